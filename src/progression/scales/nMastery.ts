import { checkAbove, checkWhole } from '../../math/check.ts';
import { givenScores, meanOf, type Scores } from './givenScores.ts';

/** Options of {@link nMastery}. */
export interface NMasteryOptions {
  /** Scores of mastery that are asked for, 1 or more. */
  readonly n: number;
  /** What counts as mastery: a score of this or more. */
  readonly mastery: number;
}

/**
 * The mean of all scores that reach mastery, once there are enough of them. Canvas' "n mastery".
 *
 * @param scores in any order; null is left out
 * @param options how many, and what mastery is
 * @returns the mean of every score of at least `mastery`; null with fewer than n of them
 * @throws TypeError or RangeError for a score or mastery that is no finite number, or an n that is no whole number of 1 or more
 * @example
 * import { nMastery } from 'tutelage/progression';
 *
 * nMastery([4, 5, 1, 3, 2, 3], { n: 3, mastery: 3 }); // => 3.75
 * nMastery([3, 1, 2], { n: 3, mastery: 3 }); // => null
 */
export function nMastery(scores: Scores, { n, mastery }: NMasteryOptions): number | null {
  checkWhole('nMastery', 'n', n, 1);
  checkAbove('nMastery', 'mastery', mastery, -Infinity);
  const reached = givenScores('nMastery', scores).filter((score) => score >= mastery);
  return reached.length < n ? null : meanOf(reached);
}
