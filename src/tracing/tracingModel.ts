/**
 * How answers to one skill change what is believed of it: a value such as `bkt({ ... })`.
 *
 * Pure functions over plain JSON state, O(1) per answer. A model knows no learner, no id and no clock.
 */
export interface TracingModel<State = unknown> {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Whether the order of answers makes no difference, so that a late answer can be added as it comes. */
  readonly commutative: boolean;
  /** The state before any answer. */
  init(): State;
  /** Probability that the next answer is right, in [0, 1]. */
  predict(state: State): number;
  /** The state after an answer with `score` in [0, 1], or null when it is missing; `weight` in (0, 1] is the share of it that is about this skill, 1 when absent. */
  update(state: State, score: number | null, weight?: number): State;
  /** What is believed now, in [0, 1], and its standard deviation. */
  estimate(state: State): { readonly value: number; readonly sd: number };
}
