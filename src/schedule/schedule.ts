/** A stretch of time in which something is planned. */
export interface Session {
  /** Epoch ms. */
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

/** One thing to do within a session. */
export interface Block {
  readonly kind: 'unit' | 'review';
  /** The unit's id, or the id of what is reviewed. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** 'whole', or which part of how many when a unit spans sessions, such as '1/2'. */
  readonly part: string;
  /** Why it is here, for people. */
  readonly text: string;
}

/** Sessions in time order, and what found no place. */
export interface Schedule {
  readonly timeZone: string;
  readonly from: number;
  readonly until: number;
  readonly sessions: readonly Session[];
  /** What did not fit, in the order it would have come, with the minutes missing. */
  readonly unplaced: readonly {
    readonly kind: 'unit' | 'review';
    readonly id: string;
    readonly minutes: number;
    readonly reason: 'noTimeLeft' | 'dueLater';
  }[];
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
