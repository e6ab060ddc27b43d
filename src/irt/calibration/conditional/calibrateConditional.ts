import { check, checkAbove, checkWhole } from '../../../math/check.ts';
import type { ResponseMatrix } from '../../responseMatrix.ts';
import { type CalibrationOf, type ConditionalModel, fitConditional } from './fitConditional.ts';
import { scoreGroups } from './scoreGroups.ts';

/** Options of {@link calibrateConditional}. */
export interface ConditionalOptions<M extends ConditionalModel = ConditionalModel> {
  /** Rasch, partial credit or rating scale: models whose sum of points says all about ability. */
  readonly model: M;
  /** Stops when no parameter would move more than this, in logits; 1e-8 when absent. */
  readonly tolerance?: number;
  /** Most Newton iterations; 100 when absent. */
  readonly iterations?: number;
}

/**
 * Calibrates items by conditional maximum likelihood: nothing is assumed about the distribution of ability.
 *
 * Maximises the probability of the answers given everybody's sum of points, which does not depend on ability. Difficulties sum to 0
 * (partial credit: all steps of all items), and so do the thresholds of a rating scale. Persons with missing answers are
 * compared with those who answered the same items.
 *
 * Andersen, E. B. (1972), Journal of the Royal Statistical Society B 34, 42-54; Masters, G. N. (1982), Psychometrika 47, 149-174.
 *
 * @param matrix answers from 0 on, -1 where not administered; for `rasch` 0 and 1
 * @param options model and stopping
 * @returns items in the order of the matrix, standard errors from the exact information, the conditional log-likelihood, what was
 * left out and why; `reason` says why there are no items when there are none
 * @throws TypeError for what is no response matrix, RangeError or TypeError for options out of range, RangeError for a Rasch answer above 1
 * @remarks Newton's method; O(items^2 log(items) x sums of points) per iteration for each set of items that somebody answered, so many
 * different patterns of missing answers cost time. The highest category of a `pcm` item is the highest anybody reached, that of a
 * rating scale the highest anywhere. Deterministic.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { calibrateConditional } from 'tutelage/irt/analysis';
 *
 * const matrix = responseMatrix([[1, 0], [1, 0], [1, 0], [0, 1], [1, 1]], { items: ['easy', 'hard'] });
 * const { items, persons } = calibrateConditional(matrix, { model: 'rasch' });
 * items.map(({ b }) => b); // => [-0.549, 0.549]
 * persons; // => { used: 4, unused: 1 }
 */
export function calibrateConditional<M extends ConditionalModel>(
  matrix: ResponseMatrix,
  options: ConditionalOptions<M>,
): CalibrationOf<M> {
  const { model, tolerance, iterations } = options;
  const tops = conditionalTops('calibrateConditional', matrix, options);
  const grouped = scoreGroups(matrix, tops, model === 'pcm');
  return fitConditional(grouped, model, tolerance, iterations) as CalibrationOf<M>;
}

/** Checks all arguments; returns the highest category of each column as the model sees it. */
export function conditionalTops(
  where: string,
  matrix: ResponseMatrix,
  { model, tolerance = 1, iterations = 1 }: ConditionalOptions,
): number[] {
  const answers = matrix?.answers;
  check(answers instanceof Int8Array, where, 'matrix', matrix, 'a response matrix');
  check(['rasch', 'pcm', 'rating'].includes(model), where, 'model', model, "'rasch', 'pcm' or 'rating'");
  checkAbove(where, 'tolerance', tolerance, 0);
  checkWhole(where, 'iterations', iterations, 1);
  const tops = matrix.itemIds.map(() => 1);
  for (const [cell, answer] of answers.entries())
    tops[cell % tops.length] = Math.max(tops[cell % tops.length]!, answer);
  const most = Math.max(...tops);
  check(model !== 'rasch' || most < 2, where, 'the highest answer', most, "1 for 'rasch'; take 'pcm'");
  return model === 'rating' ? tops.map(() => most) : tops;
}
