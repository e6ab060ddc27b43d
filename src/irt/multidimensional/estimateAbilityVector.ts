import { check, checkList } from '../../math/check.ts';
import { checkStrategy } from '../../math/checkStrategy.ts';
import { choleskyFactor } from '../../math/choleskyFactor.ts';
import type { Answer } from '../item.ts';
import { checkAnswer, modelsOf } from '../modelOf.ts';
import type {
  AbilityVector,
  AbilityVectorMethod,
  AnsweredDimensions,
  MultivariatePopulation,
} from './abilityVector.ts';
import { compositeItem, compositeModels, type MultidimensionalItem } from './multidimensionalItem.ts';
import { vectorMap } from './vectorMap.ts';

/** Options of {@link estimateAbilityVector}. */
export interface AbilityVectorOptions {
  /** The method; {@link vectorMap} when absent. */
  readonly by?: AbilityVectorMethod;
  /** The population the learner comes from; means 0, variances 1 and no correlation when absent. */
  readonly population?: MultivariatePopulation;
}

/**
 * Estimates several abilities of one person from answers to items with given parameters.
 *
 * @param items items in slope-intercept form, each id once, all with as many slopes as there are dimensions
 * @param answers one answer per item in the same order; null for items not administered
 * @param options method and population
 * @returns abilities with standard errors and the covariance of their errors, never NaN; status `empty` when nothing was answered
 * @throws RangeError or TypeError for impossible parameters, an item listed twice, an answer outside the item's categories, answers that are not
 * as many as the items, or a covariance that is not symmetric and positive definite
 * @example
 * import { estimateAbilityVector, vectorEap } from 'tutelage/irt/analysis';
 *
 * const items = [
 *   { id: 'reading', model: 'graded', a: [1.5, 0], d: [1, -1] },
 *   { id: 'sums', model: 'logistic', a: [0, 1.2], d: 0.3, c: 0.2 },
 * ] as const;
 * const population = { mean: [0, 0], covariance: [[1, 0.6], [0.6, 1]] };
 * const { theta, status } = estimateAbilityVector(items, [2, 1], { by: vectorEap(), population });
 * theta; // => [0.83, 0.65]
 * status; // => 'ok'
 */
export function estimateAbilityVector(
  items: readonly MultidimensionalItem[],
  answers: readonly Answer[],
  options: AbilityVectorOptions = {},
): AbilityVector {
  const where = 'estimateAbilityVector';
  const { by = vectorMap() } = options;
  checkStrategy(where, 'by', by, 'estimate', 'vectorMap()');
  checkList(where, 'items', items);
  checkList(where, 'answers', answers);
  check(answers.length === items.length, where, 'answers', answers.length, `${items.length}, one per item`);
  const n = options.population?.mean.length ?? items[0]?.a?.length ?? 0;
  check(n > 0, where, 'dimensions', n, 'at least 1; give items or a population');
  const zeros = Array.from({ length: n }, () => 0);
  const unit = zeros.map((_, i) => zeros.map((_, j) => (i === j ? 1 : 0)));
  const { mean, covariance } = options.population ?? { mean: zeros, covariance: unit };
  const flat = Float64Array.from(covariance.flat());
  const isSymmetric = flat.every((value, k) => value === covariance[k % n]?.[Math.floor(k / n)]);
  const factor = flat.length === n * n && isSymmetric ? choleskyFactor(flat, n) : null;
  if (!factor || !mean.every((value) => Math.abs(value) <= 1000)) {
    const got = JSON.stringify(options.population);
    throw new RangeError(`${where}: population needs ${n} means and their positive definite covariance, got ${got}`);
  }
  // theta = mean + factor y
  const composites = items.map((item) => compositeItem(where, item, n));
  const models = modelsOf(where, compositeModels, composites);
  const answered = composites.flatMap((item, k): AnsweredDimensions[] => {
    const model = models[k]!;
    const answer = answers[k]!;
    checkAnswer(where, model, item, answer);
    if (answer === null) return [];
    const { a } = items[k]!;
    const sum = (of: (i: number) => number) => a.reduce((total, slope, i) => total + slope * of(i), 0);
    const loadings = Float64Array.from(a, (_, axis) => sum((i) => factor[i * n + axis]!));
    return [{ item, model, answer, offset: sum((i) => mean[i]!), loadings }];
  });
  const isEmpty = answered.length === 0;
  const found = isEmpty
    ? { y: Float64Array.from(zeros), covariance: Float64Array.from(unit.flat()) }
    : by.estimate(answered, n);
  const rows = unit.map((_, i) =>
    unit.map((_, j) => {
      let sum = 0;
      for (let k = 0; k < n * n; k++)
        sum += factor[i * n + Math.floor(k / n)]! * found.covariance[k]! * factor[j * n + (k % n)]!;
      return sum;
    }),
  );
  return {
    theta: mean.map((value, i) => found.y.reduce((sum, y, axis) => sum + factor[i * n + axis]! * y, value)),
    se: rows.map((row, i) => Math.sqrt(row[i]!)),
    covariance: rows,
    status: isEmpty ? 'empty' : 'ok',
    n: answered.length,
    method: by.name,
  };
}
