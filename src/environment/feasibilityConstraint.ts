import type { Competency } from '../competency/competency.ts';
import type { Activity } from '../content/activity.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { LearningContext } from './learningContext.ts';

/** What a constraint has to say of an activity. */
export interface ConstraintFinding {
  /** Whether it rules the activity out; if not, it only could not be checked. */
  readonly blocks: boolean;
  /** A short name, the same every time, such as 'offline'. */
  readonly reason: string;
  /** A sentence for the learner: what is wrong, and what would help. */
  readonly text: string;
}

/** What a constraint sees besides the activity. */
export interface FeasibilityMoment {
  readonly context: LearningContext;
  readonly profile: LearnerProfile;
  /** Direct prerequisites of a competency that are not achieved, null for an unknown competency; null when nobody asks. */
  readonly waitingFor: ((competencyId: string) => readonly Competency[] | null) | null;
}

/** A condition that an activity has to meet, as a value. A further one is an object of this shape in `options.constraints`. */
export interface FeasibilityConstraint {
  readonly name: string;
  /** What stands against the activity at this moment; null when nothing does. */
  check(activity: Activity, moment: FeasibilityMoment): ConstraintFinding | null;
}

/** A finding that rules the activity out. */
export const against = (reason: string, text: string): ConstraintFinding => ({ blocks: true, reason, text });

/** A finding that something could not be checked. */
export const unsure = (reason: string, text: string): ConstraintFinding => ({ blocks: false, reason, text });
