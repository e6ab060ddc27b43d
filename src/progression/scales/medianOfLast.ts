import { checkWhole } from '../../math/check.ts';
import { givenScores, type Scores } from './givenScores.ts';

/**
 * The median of the last k scores, of an even number the mean of the middle two; of fewer than k, that of all.
 *
 * @param scores in time order; null is left out
 * @param k 1 or more; 3 when absent
 * @returns the median; null when there is no score
 * @throws TypeError or RangeError for a score that is no finite number, or a k that is no whole number of 1 or more
 * @example
 * import { medianOfLast } from 'tutelage/progression/analysis';
 *
 * medianOfLast([1, 1, 4, 2, 3]); // => 3
 */
export function medianOfLast(scores: Scores, k = 3): number | null {
  checkWhole('medianOfLast', 'k', k, 1);
  const given = givenScores('medianOfLast', scores);
  const last = given.slice(-k).sort((a, b) => a - b);
  if (last.length === 0) return null;
  const half = last.length >> 1;
  return last.length % 2 === 1 ? last[half]! : (last[half - 1]! + last[half]!) / 2;
}
