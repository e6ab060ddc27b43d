import { checkShare } from '../../math/check.ts';
import { givenScores, meanOf, type Scores } from './givenScores.ts';

/**
 * The last score and the mean of all before it, the last with a weight of its own: w s_n + (1 - w) mean(s_1 .. s_(n-1)).
 *
 * What Canvas called "decaying average" for years and now calls "weighted average"; its other formula of that name is
 * {@link decayingAverage}. On 2, 3, 4 this one gives 3.475, the other 3.5275.
 *
 * @param scores in time order; null is left out
 * @param weight of the last score, in [0, 1]; 0.65 when absent, as in Canvas
 * @returns the average; a single score as it is; null when there is none
 * @throws TypeError or RangeError for a score that is no finite number, or a weight outside [0, 1]
 * @example
 * import { weightedAverage } from 'tutelage/progression';
 *
 * weightedAverage([2, 3, 4]); // => 3.475
 * weightedAverage([3, 1, 5, 4], 0.75); // => 3.75
 */
export function weightedAverage(scores: Scores, weight = 0.65): number | null {
  checkShare('weightedAverage', 'weight', weight);
  const given = givenScores('weightedAverage', scores);
  const last = given.pop();
  if (last === undefined) return null;
  return given.length === 0 ? last : weight * last + (1 - weight) * meanOf(given);
}
