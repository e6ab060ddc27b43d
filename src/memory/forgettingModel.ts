/** How a recall went: 1 again (forgotten), 2 hard, 3 good, 4 easy. */
export type RecallGrade = 1 | 2 | 3 | 4;

/** What a forgetting model remembers of one memory: plain JSON, tagged with the model that made it. */
export interface MemoryState {
  readonly version: 1;
  /** The model's name. */
  readonly model: string;
}

/**
 * How one memory fades and what a recall does to it: a value such as `fsrs()`.
 *
 * Pure functions over plain state. A model knows no learner, no id and no clock: time comes in as days since the last
 * recall, and whoever keeps the state keeps the date beside it.
 */
export interface ForgettingModel<State extends MemoryState = MemoryState> {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The state after the first recall or lesson. */
  init(grade: RecallGrade): State;
  /** The state after a recall `elapsedDays` (0 or more) after the one before. */
  update(state: State, elapsedDays: number, grade: RecallGrade): State;
  /** Probability of recall in [0, 1], `elapsedDays` (0 or more) after the last recall. */
  retrievability(state: State, elapsedDays: number): number;
  /** Days from the last recall until retrievability has fallen to `requestedRetention`, in (0, 1]; the model's own when absent. */
  intervalDays(state: State, requestedRetention?: number): number;
}
