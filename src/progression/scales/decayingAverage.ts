import { checkShare } from '../../math/check.ts';
import { givenScores, type Scores } from './givenScores.ts';

/**
 * An average in which each score counts for less with every later one: a_1 = s_1, a_k = (1 - d) a_(k-1) + d s_k.
 *
 * Exponential smoothing. Canvas' newer "decaying average"; its older formula of that name is {@link weightedAverage}.
 *
 * @param scores in time order; null is left out
 * @param decay d, what the latest score counts, in [0, 1]; 0.65 when absent, as in Canvas
 * @returns the average; null when there is no score
 * @throws TypeError or RangeError for a score that is no finite number, or a decay outside [0, 1]
 * @example
 * import { decayingAverage } from 'tutelage/progression';
 *
 * decayingAverage([2, 3, 4]); // => 3.5275
 */
export function decayingAverage(scores: Scores, decay = 0.65): number | null {
  checkShare('decayingAverage', 'decay', decay);
  const given = givenScores('decayingAverage', scores);
  if (given.length === 0) return null;
  return given.reduce((sum, score) => (1 - decay) * sum + decay * score);
}
