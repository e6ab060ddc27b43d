/** A unit of the path that still misses time. */
export interface WaitingUnit {
  readonly kind: 'unit';
  readonly id: string;
  readonly missingMs: number;
}

/** A review that has no place yet. */
export interface WaitingReview {
  readonly kind: 'review';
  readonly id: string;
  readonly missingMs: number;
  /** Epoch ms before which it must not be placed. */
  readonly dueAt: number;
}

/** What a policy sees: one moment of one session, with everything that still waits. */
export interface SchedulingMoment {
  /** Epoch ms. */
  readonly now: number;
  /** What can still be used of this session, above 0. */
  readonly leftMs: number;
  /** What reviews may use of it: their share of the time so far while units wait, else all; 0 or less for nothing. */
  readonly reviewMs: number;
  /** Shortest part of a unit worth starting, and worth leaving for later. */
  readonly minimumMs: number;
  /** In path order. */
  readonly units: readonly WaitingUnit[];
  /** By due date, those not yet due included. */
  readonly reviews: readonly WaitingReview[];
}

/** What comes next: a task for some time, a pause until an instant, or nothing more in this session. */
export type SchedulingChoice =
  | { readonly task: WaitingUnit | WaitingReview; readonly ms: number }
  | { readonly waitUntil: number }
  | null;

/**
 * Decides what comes next: a value such as `reviewsFirst()`.
 *
 * It is asked again after every block. Whatever it answers, `buildSchedule` keeps the books: blocks lie in free time
 * and do not overlap, no review comes before it is due or takes more than its share, and no minute is lost.
 */
export interface SchedulingPolicy {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** What to do at this moment, of what is waiting. */
  next(moment: SchedulingMoment): SchedulingChoice;
}
