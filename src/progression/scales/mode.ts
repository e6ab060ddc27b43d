import { givenScores, type Scores } from './givenScores.ts';

/**
 * The score that comes most often; of several, the one given last. Brightspace's "most common", with the tie rule of CBK12 Educate.
 *
 * @param scores in time order; null is left out
 * @returns the mode; null when there is no score
 * @remarks For scores of few levels. Two scores are the same only when they are equal numbers.
 * @throws TypeError or RangeError for a score that is no finite number
 * @example
 * import { mode } from 'tutelage/progression';
 *
 * mode([2, 3, 3, 2, 4]); // => 2
 */
export function mode(scores: Scores): number | null {
  const given = givenScores('mode', scores);
  const counts = new Map<number, number>();
  for (const score of given) counts.set(score, (counts.get(score) ?? 0) + 1);
  let best: number | null = null;
  for (const score of given) if (best === null || counts.get(score)! >= counts.get(best)!) best = score;
  return best;
}
