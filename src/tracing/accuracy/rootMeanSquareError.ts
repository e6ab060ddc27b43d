import { checkForecasts } from './checkForecasts.ts';

/**
 * Root of the mean squared distance between probability and outcome: the root of the Brier score. Lower is better; 0.5 is a coin.
 *
 * Brier (1950), Monthly Weather Review 78, 1-3; recommended beside log-loss for learner models by Pelanek (2015), Journal of Educational Data
 * Mining 7, 1-19.
 *
 * @param predictions probabilities of a right answer
 * @param outcomes 1 right, 0 wrong, one for each
 * @returns a number in [0, 1]
 * @throws RangeError or TypeError as {@link logLoss}
 * @example
 * import { rootMeanSquareError } from 'tutelage/tracing/analysis';
 *
 * rootMeanSquareError([0.8, 0.4], [1, 0]); // => 0.316
 */
export function rootMeanSquareError(predictions: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  checkForecasts('rootMeanSquareError', predictions, outcomes);
  let sum = 0;
  for (let k = 0; k < predictions.length; k++) sum += (predictions[k]! - outcomes[k]!) ** 2;
  return Math.sqrt(sum / predictions.length);
}
