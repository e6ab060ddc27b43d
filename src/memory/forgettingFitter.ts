import type { ForgettingModel, RecallGrade } from './forgettingModel.ts';

/** One recall: how many days after the one before (0 for the first), and how it went. */
export interface Recall {
  readonly elapsedDays: number;
  readonly grade: RecallGrade;
}

/** Recalls of one memory, in time order. */
export type RecallHistory = readonly Recall[];

/**
 * A way to fit a forgetting model to recalls: a value with one function, so that other people's optimisers plug in.
 *
 * For FSRS there is `@open-spaced-repetition/binding`; wrap its `computeParameters` as `{ name: 'fsrs', fit: (histories) => fsrs({ weights: ... }) }`.
 */
export interface ForgettingFitter<Model extends ForgettingModel = ForgettingModel> {
  readonly name: string;
  /** The model that fits these recalls best, by its own measure. */
  fit(histories: readonly RecallHistory[]): Model;
}
