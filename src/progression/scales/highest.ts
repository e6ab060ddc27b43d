import { givenScores, type Scores } from './givenScores.ts';

/**
 * The highest score: what the learner has shown at least once. Canvas' "highest".
 *
 * @param scores in any order; null is left out
 * @returns the largest; null when there is none
 * @throws TypeError or RangeError for a score that is no finite number
 * @example
 * import { highest } from 'tutelage/progression';
 *
 * highest([3, 1]); // => 3
 */
export function highest(scores: Scores): number | null {
  const given = givenScores('highest', scores);
  return given.length === 0 ? null : given.reduce((most, score) => Math.max(most, score));
}
