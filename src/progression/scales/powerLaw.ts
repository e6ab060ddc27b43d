import { check } from '../../math/check.ts';
import { givenScores, type Scores } from './givenScores.ts';
import { lineThrough } from './lineThrough.ts';

/** Options of {@link powerLaw} and {@link trueScore}. */
export interface LearningCurveOptions {
  /** The top of the scale: the curve may climb beyond it; the estimate does not. No top when absent. */
  readonly top?: number;
}

/** Fewest scores a curve is drawn through. */
export const FEWEST = 3;

/**
 * Where a learning curve s = a i^b through the scores stands at the last of them: least squares on the logarithms of number and
 * score.
 *
 * The power law of practice (Newell & Rosenbloom 1981, Cognitive skills and their acquisition, 1-55) as standards-based gradebooks use it
 * (Marzano 2000, Transforming classroom grading).
 *
 * @param scores in time order; null is left out
 * @param options the top of the scale
 * @returns the estimate; null for fewer than three scores, or one that is 0 or less, which has no logarithm
 * @throws TypeError or RangeError for a score or a top that is no finite number
 * @remarks It smooths what is there and predicts nothing: with three or four scores one outlier decides.
 * @example
 * import { powerLaw } from 'tutelage/progression';
 *
 * powerLaw([1, 2, 2.5, 3, 3.5]); // => 3.633146663
 */
export function powerLaw(scores: Scores, { top = Infinity }: LearningCurveOptions = {}): number | null {
  check(!Number.isNaN(top), 'powerLaw', 'top', top, 'a number');
  const given = givenScores('powerLaw', scores);
  const curve = powerCurve(given);
  return curve && Math.min(top, curve(given.length));
}

/** The curve as a function of the number of the score, 1 the first. */
export function powerCurve(given: readonly number[]): ((i: number) => number) | null {
  if (given.length < FEWEST || given.some((score) => score <= 0)) return null;
  const line = lineThrough(given.map((score, k) => [Math.log(k + 1), Math.log(score)]));
  return (i) => Math.exp(line(Math.log(i)));
}
