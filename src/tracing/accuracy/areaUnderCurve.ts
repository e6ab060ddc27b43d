import { checkForecasts } from './checkForecasts.ts';

/**
 * How well probabilities tell right from wrong answers: the chance that a right answer was given the higher probability of a right and a wrong
 * one, ties counting half (the area under the ROC curve). 1 is perfect, 0.5 a coin.
 *
 * Hanley & McNeil (1982), Radiology 143, 29-36; computed from ranks as the Mann-Whitney statistic. O(n log n).
 *
 * @param predictions probabilities of a right answer
 * @param outcomes 1 right, 0 wrong, one for each
 * @returns a number in [0, 1]; null when all outcomes are the same
 * @throws RangeError or TypeError as {@link logLoss}
 * @remarks It only looks at order: a model that is always too sure can have a high value. Report it beside log-loss.
 * @example
 * import { areaUnderCurve } from 'tutelage/tracing/analysis';
 *
 * areaUnderCurve([0.9, 0.8, 0.4, 0.3], [1, 0, 1, 0]); // => 0.75
 */
export function areaUnderCurve(predictions: ArrayLike<number>, outcomes: ArrayLike<number>): number | null {
  checkForecasts('areaUnderCurve', predictions, outcomes);
  const size = predictions.length;
  const order = Int32Array.from({ length: size }, (_, k) => k).sort((a, b) => predictions[a]! - predictions[b]!);
  let right = 0;
  let ranks = 0; // of the right answers; equal predictions share the mean of their ranks
  for (let low = 0; low < size; ) {
    let high = low;
    while (high + 1 < size && predictions[order[high + 1]!] === predictions[order[low]!]) high++;
    const rank = (low + high) / 2 + 1;
    for (; low <= high; low++) {
      if (outcomes[order[low]!] !== 1) continue;
      right++;
      ranks += rank;
    }
  }
  const wrong = size - right;
  return right === 0 || wrong === 0 ? null : (ranks - (right * (right + 1)) / 2) / (right * wrong);
}
