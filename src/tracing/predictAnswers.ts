import type { AnswerSequence } from './fitting/bktCounts.ts';
import type { TracingModel } from './tracingModel.ts';

/** What a model said before each answer, and what the answer was. */
export interface PredictedAnswers {
  readonly predictions: readonly number[];
  readonly outcomes: readonly (0 | 1)[];
}

/**
 * Lets a model predict each answer from those before it: what {@link logLoss} and its like compare.
 *
 * @param model a tracing model
 * @param sequences one list of answers per learner, in time order; null is missing and not predicted
 * @returns predictions and outcomes of all learners, one after the other
 * @remarks To judge a fitted model, give it learners it was not fitted to.
 * @example
 * import { bkt, predictAnswers } from 'tutelage/tracing';
 *
 * const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
 * predictAnswers(model, [[1, null, 0]]); // => { predictions: [0.48, 0.758], outcomes: [1, 0] }
 */
export function predictAnswers<State>(
  model: Pick<TracingModel<State>, 'init' | 'predict' | 'update'>,
  sequences: readonly AnswerSequence[],
): PredictedAnswers {
  const predictions: number[] = [];
  const outcomes: (0 | 1)[] = [];
  for (const sequence of sequences) {
    let state = model.init();
    for (const answer of sequence) {
      if (answer !== null) {
        predictions.push(model.predict(state));
        outcomes.push(answer);
      }
      state = model.update(state, answer);
    }
  }
  return { predictions, outcomes };
}
