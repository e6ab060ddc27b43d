import { givenScores, type Scores } from './givenScores.ts';

/**
 * The last score: what the learner shows now. Canvas' "most recent".
 *
 * @param scores in time order; null is left out
 * @returns the last one; null when there is none
 * @throws TypeError or RangeError for a score that is no finite number
 * @example
 * import { latest } from 'tutelage/progression';
 *
 * latest([4, 1, 3, null]); // => 3
 */
export function latest(scores: Scores): number | null {
  const given = givenScores('latest', scores);
  return given.at(-1) ?? null;
}
