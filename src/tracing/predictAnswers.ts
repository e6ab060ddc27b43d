import type { TracedAnswer } from './tracedAnswer.ts';
import type { TracingModel } from './tracingModel.ts';

/** Answers of one learner, in time order: scores, or scores with what was asked; null is missing. */
export type LearnerAnswers = readonly (number | null | TracedAnswer)[];

/** What a model said before each answer, and what the answer was. */
export interface PredictedAnswers {
  readonly predictions: readonly number[];
  readonly outcomes: readonly (0 | 1)[];
}

/**
 * Lets a model predict each answer from those before it: what {@link logLoss} and its like compare.
 *
 * @param model a tracing model
 * @param learners one list of answers per learner, in time order; what is missing is not predicted
 * @returns predictions and outcomes of all learners, one after the other
 * @throws RangeError for a score between 0 and 1: the measures compare with right and wrong; cut such scores first
 * @remarks To judge a fitted model, give it learners it was not fitted to, or use `crossValidate`.
 * @example
 * import { bkt } from 'tutelage/tracing';
 * import { predictAnswers } from 'tutelage/tracing/analysis';
 *
 * const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
 * predictAnswers(model, [[1, null, 0]]); // => { predictions: [0.48, 0.758], outcomes: [1, 0] }
 */
export function predictAnswers<State>(
  model: Pick<TracingModel<State>, 'init' | 'predict' | 'update'>,
  learners: readonly LearnerAnswers[],
): PredictedAnswers {
  const predictions: number[] = [];
  const outcomes: (0 | 1)[] = [];
  for (const [l, answers] of learners.entries()) {
    let state = model.init();
    for (const [k, answer] of answers.entries()) {
      const question = typeof answer === 'number' || answer === null ? undefined : answer;
      const score = question ? question.score : (answer as number | null);
      if (score === 0 || score === 1) {
        predictions.push(model.predict(state, question));
        outcomes.push(score);
      } else if (score !== null) {
        throw new RangeError(`predictAnswers: score of learners[${l}][${k}] must be 0, 1 or null, got ${score}`);
      }
      state = model.update(state, score, 1, question);
    }
  }
  return { predictions, outcomes };
}
