import { checkWhole } from '../../math/check.ts';
import { givenScores, meanOf, type Scores } from './givenScores.ts';

/**
 * The mean of the k highest scores; of fewer than k, that of all.
 *
 * @param scores in any order; null is left out
 * @param k 1 or more; 3 when absent
 * @returns the mean; null when there is no score
 * @throws TypeError or RangeError for a score that is no finite number, or a k that is no whole number of 1 or more
 * @example
 * import { meanOfBest } from 'tutelage/progression/analysis';
 *
 * meanOfBest([1, 4, 2, 5, 3]); // => 4
 */
export function meanOfBest(scores: Scores, k = 3): number | null {
  checkWhole('meanOfBest', 'k', k, 1);
  const given = givenScores('meanOfBest', scores);
  const best = given.sort((a, b) => b - a).slice(0, k);
  return best.length === 0 ? null : meanOf(best);
}
