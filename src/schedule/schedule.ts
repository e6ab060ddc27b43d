/** A stretch of free time in which something is planned. */
export interface StudySession {
  /** Epoch ms. */
  readonly start: number;
  readonly end: number;
  /** In time order; what they leave of the session is free. */
  readonly blocks: readonly StudyBlock[];
}

/** One thing to do within a session. */
export interface StudyBlock {
  readonly kind: 'unit' | 'review';
  /** The unit's id, or the id of what is reviewed. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** 'whole', or which part of how many, such as '1/2'; a part that found no place counts as the last. */
  readonly part: string;
  /** Why it is here, for people. */
  readonly text: string;
}

/**
 * Why something found no place: there is no free time at all, the free time is used up, a review becomes due only
 * after the schedule, or a review is longer than every session.
 */
export type UnplacedReason = 'noFreeTime' | 'noTimeLeft' | 'dueLater' | 'noSessionLongEnough';

/** Sessions in time order, and what found no place. */
export interface Schedule {
  readonly timeZone: string;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** The policy's name. */
  readonly policy: string;
  readonly sessions: readonly StudySession[];
  /** What did not fit: units in path order, then reviews as they become due, with the minutes missing. */
  readonly unplaced: readonly {
    readonly kind: 'unit' | 'review';
    readonly id: string;
    readonly minutes: number;
    readonly reason: UnplacedReason;
  }[];
  /** Minutes that could have been used, and those given to units and reviews. */
  readonly minutes: { readonly available: number; readonly units: number; readonly reviews: number };
}

/** Something learnt that is due for review. */
export interface Review {
  readonly id: string;
  /** Epoch ms from which it is due. */
  readonly dueAt: number;
  readonly minutes: number;
  /** Probability of recall at the start of the schedule, for the explanation. */
  readonly retrievability?: number;
}
