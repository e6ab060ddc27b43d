import { checkForecasts } from './checkForecasts.ts';

/**
 * Mean surprise of a model: -mean of ln p for what happened. Lower is better; ln 2 = 0.693 is a coin.
 *
 * A proper score: nobody gains by saying another probability than believed (Good 1952, Journal of the Royal Statistical Society B 14, 107-114).
 *
 * @param predictions probabilities of a right answer
 * @param outcomes 1 right, 0 wrong, one for each
 * @returns natural logarithm units, 0 or more; Infinity when something happened that was called impossible
 * @throws RangeError or TypeError for no prediction, lists of different lengths, probabilities outside [0, 1] or outcomes that are not 0 or 1
 * @example
 * import { logLoss } from 'tutelage/tracing/analysis';
 *
 * logLoss([0.8, 0.4], [1, 0]); // => 0.367
 */
export function logLoss(predictions: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  checkForecasts('logLoss', predictions, outcomes);
  let sum = 0;
  for (let k = 0; k < predictions.length; k++) {
    sum -= outcomes[k] === 1 ? Math.log(predictions[k]!) : Math.log1p(-predictions[k]!);
  }
  return sum / predictions.length;
}
