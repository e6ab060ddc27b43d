import { givenScores, meanOf, type Scores } from './givenScores.ts';

/**
 * The mean of all scores.
 *
 * @param scores in any order; null is left out
 * @returns the mean; null when there is none
 * @remarks Early attempts count as much as the last one, which punishes learning: see {@link weightedAverage}.
 * @throws TypeError or RangeError for a score that is no finite number
 * @example
 * import { average } from 'tutelage/progression';
 *
 * average([1, 4, 2, 3]); // => 2.5
 */
export function average(scores: Scores): number | null {
  const given = givenScores('average', scores);
  return given.length === 0 ? null : meanOf(given);
}
