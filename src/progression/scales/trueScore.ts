import { check } from '../../math/check.ts';
import { givenScores, meanOf, type Scores } from './givenScores.ts';
import { lineThrough } from './lineThrough.ts';
import { FEWEST, type LearningCurveOptions, powerCurve } from './powerLaw.ts';

/**
 * Where the best of three curves stands at the last score: a straight line, a power law, or the mean, whichever leaves the smallest sum
 * of absolute distances to the scores; of equally good ones the first of these.
 *
 * Marzano's "true score" (2000, Transforming classroom grading) as gradebooks such as Empower compute it.
 *
 * @param scores in time order; null is left out
 * @param options the top of the scale
 * @returns the estimate; null for fewer than three scores
 * @throws TypeError or RangeError for a score or a top that is no finite number
 * @example
 * import { trueScore } from 'tutelage/progression';
 *
 * trueScore([3, 1, 2, 3, 3]); // => 2.8
 */
export function trueScore(scores: Scores, { top = Infinity }: LearningCurveOptions = {}): number | null {
  check(!Number.isNaN(top), 'trueScore', 'top', top, 'a number');
  const given = givenScores('trueScore', scores);
  if (given.length < FEWEST) return null;
  const line = lineThrough(given.map((score, k) => [k + 1, score]));
  const power = powerCurve(given);
  const mean = meanOf(given);
  const curves = [line, ...(power ? [power] : []), () => mean];
  const misses = curves.map((curve) => given.reduce((sum, score, k) => sum + Math.abs(score - curve(k + 1)), 0));
  // rounding must not decide between curves that fit equally well
  const least = Math.min(...misses) + 1e-9 * (1 + Math.abs(mean));
  return Math.min(top, curves[misses.findIndex((miss) => miss <= least)]!(given.length));
}
