import { checkList, checkWhole } from '../../math/check.ts';
import { checkStrategy } from '../../math/checkStrategy.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import { shuffle } from '../../random/shuffle.ts';
import { stream } from '../../random/stream.ts';
import { type LearnerAnswers, type PredictedAnswers, predictAnswers } from '../predictAnswers.ts';
import type { TracingModel } from '../tracingModel.ts';
import { areaUnderCurve } from './areaUnderCurve.ts';
import { logLoss } from './logLoss.ts';
import { rootMeanSquareError } from './rootMeanSquareError.ts';

/** Options of {@link crossValidate}. */
export interface CrossValidateOptions<Learner extends LearnerAnswers, State> {
  /** Makes a model from the learners of the other folds, such as `(learners) => bkt(fitBkt(learners))`. */
  readonly fit: (learners: readonly Learner[]) => Pick<TracingModel<State>, 'init' | 'predict' | 'update'>;
  /** Folds, 2 or more, at most the number of learners; 5 when absent. */
  readonly folds?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** How well predictions went, over all answers; {@link crossValidate} also gives each fold. */
export interface Accuracy {
  readonly logLoss: number;
  readonly rootMeanSquareError: number;
  /** null when all answers are right, or all wrong. */
  readonly areaUnderCurve: number | null;
  readonly answers: number;
}

/** The outcome of {@link crossValidate}. */
export interface CrossValidation extends Accuracy {
  readonly folds: readonly Accuracy[];
}

/**
 * How well a model predicts learners it has not seen: it is fitted to all folds of learners but one and predicts that one, in turn.
 *
 * @param learners answers of each learner, in time order
 * @param options how to fit, how many folds
 * @returns accuracy over all answers, pooled, and in each fold: their spread says how far to trust a difference
 * @throws RangeError for fewer learners than folds, or as the fit throws
 * @remarks Learners are dealt to folds at random from the seed, whole: a split within learners would let a model know whom it predicts.
 * @example
 * import { bkt, fitBkt } from 'tutelage/tracing';
 * import { crossValidate } from 'tutelage/tracing/analysis';
 *
 * const learners = Array.from({ length: 60 }, (_, k) => [k % 4 === 0 ? 1 : 0, k % 2, 1, k % 5 === 0 ? 0 : 1] as (0 | 1)[]);
 * const { areaUnderCurve, folds } = crossValidate(learners, { fit: (some) => bkt(fitBkt(some)), folds: 3 });
 * folds.length; // => 3
 * areaUnderCurve! > 0.7; // => true
 */
export function crossValidate<Learner extends LearnerAnswers, State>(
  learners: readonly Learner[],
  options: CrossValidateOptions<Learner, State>,
): CrossValidation {
  const { folds = 5, seed = 0 } = options;
  checkList('crossValidate', 'learners', learners);
  checkStrategy('crossValidate', 'options', options, 'fit', '{ fit: (learners) => bkt(fitBkt(learners)) }');
  checkWhole('crossValidate', 'folds', folds, 2, learners.length);
  checkSeed('crossValidate', seed);
  const order = Int32Array.from(learners, (_, k) => k);
  shuffle(order, stream(seed));
  const foldOf = new Int32Array(learners.length);
  for (const [place, learner] of order.entries()) foldOf[learner] = place % folds;
  const parts = Array.from({ length: folds }, (_, fold) => {
    const model = options.fit(learners.filter((_, k) => foldOf[k] !== fold));
    return predictAnswers(
      model,
      learners.filter((_, k) => foldOf[k] === fold),
    );
  });
  const all = {
    predictions: parts.flatMap(({ predictions }) => predictions),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
  };
  return { ...accuracyOf(all), folds: parts.map(accuracyOf) };
}

function accuracyOf({ predictions, outcomes }: PredictedAnswers): Accuracy {
  return {
    logLoss: logLoss(predictions, outcomes),
    rootMeanSquareError: rootMeanSquareError(predictions, outcomes),
    areaUnderCurve: areaUnderCurve(predictions, outcomes),
    answers: outcomes.length,
  };
}
