import type { Activity } from '../content/activity.ts';
import { checkList } from '../math/check.ts';
import { checkStrategy } from '../math/checkStrategy.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import { checkContext } from './checkContext.ts';
import { allConstraints } from './constraints/all.ts';
import type { ConstraintFinding, FeasibilityConstraint } from './feasibilityConstraint.ts';
import type { LearningContext } from './learningContext.ts';
import { openPrerequisites, type Readiness } from './readiness.ts';

/** Options of {@link feasibleActivities}. */
export interface FeasibleOptions {
  /** What has to be achieved before; prerequisites are not checked when absent. */
  readonly ready?: Readiness;
  /** {@link allConstraints} when absent. */
  readonly constraints?: readonly FeasibilityConstraint[];
}

/** A reason in one word for programs and in a sentence for the learner. */
export type FeasibilityReason = Pick<ConstraintFinding, 'reason' | 'text'>;

/** What can be done now, and why the rest cannot. */
export interface Feasibility {
  /** In the order given. */
  readonly ok: readonly Activity[];
  /** The others, in the order given: `reason` is the first of `reasons`, and every constraint that fails has one. */
  readonly rejected: readonly {
    readonly id: string;
    readonly reason: string;
    readonly reasons: readonly FeasibilityReason[];
  }[];
  /** Those in `ok` of which something that matters to this learner could not be checked, and what. */
  readonly unchecked: readonly { readonly id: string; readonly reasons: readonly FeasibilityReason[] }[];
}

/**
 * Sorts activities into those a learner can do here and now and those that have to wait, with the reasons.
 *
 * Every constraint is hard: access, hazards, supports, age, language, prerequisites, device, screen, input, network, bandwidth,
 * place, people and time. What the context leaves out constrains nothing. What the content leaves out about access, language
 * or length is not held against it, and is listed in `unchecked`.
 *
 * @param activities made by `newActivity`
 * @param context where the learner is now; `{}` when nothing is known
 * @param profile the learner's profile; an age limit is not passed without a year of birth once `context.now` is given
 * @param options prerequisites; other constraints
 * @returns every activity is in exactly one of `ok` and `rejected`, in the order given
 * @throws TypeError for lists that are none, RangeError for minutes, bandwidth, people or time out of range
 * @remarks O(activities x constraints). For further constraints pass `[...allConstraints, yours]`.
 * @example
 * import { newActivity } from 'tutelage/content';
 * import { feasibleActivities } from 'tutelage/environment';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const profile = newLearnerProfile({ id: 'k4x9', pace: { multiplier: 1.5, n: 12 } });
 * const activities = [
 *   newActivity({ id: 'flashcards', competencyIds: ['fractions'], minutes: 10 }),
 *   newActivity({ id: 'film', competencyIds: ['fractions'], minutes: 20, network: 'online' }),
 * ];
 * const { ok, rejected } = feasibleActivities(activities, { online: false, minutes: 25 }, profile);
 * ok.map(({ id }) => id); // => ['flashcards']
 * rejected[0]?.reasons.map(({ reason }) => reason); // => ['offline', 'minutes']
 * rejected[0]?.reasons[1]?.text; // => 'It takes you up to 30 minutes and you have 25; keep it for when you have longer.'
 */
export function feasibleActivities(
  activities: readonly Activity[],
  context: LearningContext,
  profile: LearnerProfile,
  options: FeasibleOptions = {},
): Feasibility {
  const { constraints = allConstraints, ready } = options;
  checkList('feasibleActivities', 'activities', activities);
  checkList('feasibleActivities', 'options.constraints', constraints);
  for (const [k, constraint] of constraints.entries()) {
    checkStrategy('feasibleActivities', `options.constraints[${k}]`, constraint, 'check', 'one of allConstraints');
  }
  checkContext('feasibleActivities', context);
  const moment = { context, profile, waitingFor: ready ? openPrerequisites(ready) : null };
  const verdicts = activities.map((activity) => {
    const findings = constraints.flatMap((constraint) => constraint.check(activity, moment) ?? []);
    const told = (blocks: boolean): FeasibilityReason[] =>
      findings.filter((finding) => finding.blocks === blocks).map(({ reason, text }) => ({ reason, text }));
    return { activity, id: activity.id, against: told(true), unsure: told(false) };
  });
  const ok = verdicts.filter(({ against }) => against.length === 0);
  return {
    ok: ok.map(({ activity }) => activity),
    rejected: verdicts.flatMap(({ id, against: reasons }) =>
      reasons[0] ? [{ id, reason: reasons[0].reason, reasons }] : [],
    ),
    unchecked: ok.flatMap(({ id, unsure: reasons }) => (reasons.length > 0 ? [{ id, reasons }] : [])),
  };
}
