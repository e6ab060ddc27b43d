import type { Activity } from '../content/activity.ts';
import { checkAbove, checkList, checkShare } from '../math/check.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import { type Theta, wishes } from './wishes.ts';

/** The most that preferences may weigh. */
const MOST = 0.2;

/** Options of {@link rankByPreference}. */
export interface RankOptions {
  /** Weight of the preferences, in [0, 0.2]; 0.2 when absent. */
  readonly weight?: number;
  /** How well an activity suits the learner's state, in [0, 1]; 1 for all when absent. */
  readonly fit?: (activity: Activity) => number;
  /** Ability in logits, for the wish for challenge: one number, or one per competency id; the wish is left out when absent. */
  readonly theta?: number | ReadonlyMap<string, number>;
}

/** An activity with its place in a ranking and what led to it. */
export interface RankedActivity {
  readonly activity: Activity;
  /** (1 - weight) fit + weight preference, in [0, 1]. */
  readonly score: number;
  readonly fit: number;
  /** How far the wishes that apply are met, in [0, 1]; 0.5 when none applies. */
  readonly preference: number;
  /** What each wish that applies says, in sentences. */
  readonly reasons: readonly string[];
}

/**
 * Ranks activities by how well they suit the learner's state and, with little weight, the learner's wishes.
 *
 * score = (1 - w) fit + w preference, with w at most 0.2 (our choice), so that a fit better by more than w / (1 - w) = 0.25
 * wins whatever the wishes. Preference is the mean, weighted by the wishes' own weights, over the wishes that apply:
 *
 * - modality and grouping: 1 when the activity can be done like that, else 0; one for each wish
 * - session length m: 1 when the minutes t it takes this learner are at most m, else m / t
 * - challenge p: 1 - abs(P - p), P = 1 / (1 + exp(difficulty - theta)) being the expected share of right answers
 * - interests: the best product of the learner's and the activity's weight of a topic, over the largest weight of the learner's
 *
 * A wish applies when the activity says what it is about. The wished time of day is left out: it does not tell one activity
 * from another. These formulas are our choice.
 *
 * @param activities what can be done, such as `ok` of {@link feasibleActivities}
 * @param profile the learner's profile, of which preferences, interests, pace and supports count
 * @param options weight, fit and ability
 * @returns best first; equal scores keep the order given
 * @throws RangeError for a weight above 0.2 or below 0, or a fit outside [0, 1]; TypeError for activities that are no array
 * @example
 * import { newActivity } from 'tutelage/content';
 * import { rankByPreference } from 'tutelage/environment';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const profile = newLearnerProfile({ id: 'k4x9', preferences: { modality: [{ value: 'video', weight: 0.6 }] } });
 * const activities = [
 *   newActivity({ id: 'text', competencyIds: ['fractions'], modalities: ['text'] }),
 *   newActivity({ id: 'film', competencyIds: ['fractions'], modalities: ['video'] }),
 * ];
 * const [best, other] = rankByPreference(activities, profile);
 * best?.activity.id; // => 'film'
 * other?.score; // => 0.8
 * other?.reasons; // => ['It offers no video.']
 */
export function rankByPreference(
  activities: readonly Activity[],
  profile: LearnerProfile,
  options: RankOptions = {},
): RankedActivity[] {
  const { weight = MOST, fit: fitOf = () => 1, theta } = options;
  checkList('rankByPreference', 'activities', activities);
  if (!(weight >= 0 && weight <= MOST)) {
    throw new RangeError(
      `rankByPreference: options.weight must lie in [0, ${MOST}], got ${weight}; preferences must not beat readiness`,
    );
  }
  checkTheta(theta);
  const ranked = activities.map((activity) => {
    const fit = fitOf(activity);
    checkShare('rankByPreference', `options.fit of activity "${activity.id}"`, fit);
    const { preference, reasons } = wishes(activity, profile, theta);
    return { activity, score: (1 - weight) * fit + weight * preference, fit, preference, reasons };
  });
  return ranked.sort((left, right) => right.score - left.score);
}

function checkTheta(theta: Theta | undefined): void {
  const given = typeof theta === 'number' ? [theta] : (theta?.values() ?? []);
  for (const value of given) checkAbove('rankByPreference', 'options.theta', value, -Infinity, ' of logits');
}
