/** What was asked, for models that look at it. Ids are opaque. */
export interface Question {
  readonly itemId?: string;
  /** What it is about; for models whose `scope` is 'learner'. */
  readonly competencyIds?: readonly string[];
}

/**
 * How answers change what is believed of a learner: a value such as `bkt({ ... })`.
 *
 * Pure functions over plain JSON state. A model knows no learner, no clock and no log. A new state shares what did not change with the
 * old one; an answer costs O(1) where the state is of one competency, and at most the size of the state where it is of them all.
 */
export interface TracingModel<State = unknown> {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether the order of answers makes no difference, so that a late answer can be added as it comes. */
  readonly commutative: boolean;
  /** 'competency': there is one state for each competency. 'learner': one state for all of them, and questions say what they are about. */
  readonly scope: 'competency' | 'learner';
  /** The state before any answer. */
  init(): State;
  /** Probability that the next answer is right, in [0, 1]. */
  predict(state: State, question?: Question): number;
  /** The state after an answer with `score` in [0, 1], or null when it is missing; `weight` in (0, 1] is the share of it that is about this skill, 1 when absent. */
  update(state: State, score: number | null, weight?: number, question?: Question): State;
  /** What is believed now, in [0, 1], and its standard deviation; `competencyId` where the state is of all of them. */
  estimate(state: State, competencyId?: string): { readonly value: number; readonly sd: number };
}
