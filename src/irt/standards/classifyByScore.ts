import { checkWhole } from '../../math/check.ts';
import { normalGrid } from '../../math/normalGrid.ts';
import type { Population } from '../ability/abilityMethod.ts';
import { checkPopulation } from '../ability/checkPopulation.ts';
import { categoryCurves } from '../categoryCurves.ts';
import type { Item } from '../item.ts';
import { orderedModels } from '../metric/flatItem.ts';
import { scoreDistribution } from '../scoreDistribution.ts';
import { type Classification, categoryAt, checkCuts, classificationOf } from './classification.ts';

/** Options of {@link classifyByScore}. */
export interface ScoreClassificationOptions {
  /** Whom the test is given to; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Quadrature nodes, 11 to 5001, over 6 sd to both sides; 401 when absent, since categories change abruptly at a cut. */
  readonly nodes?: number;
}

/**
 * How accurately and consistently the sum score of a test will sort learners at cuts on that score, by Lee's method.
 *
 * At each ability the distribution of the sum score (Lord and Wingersky) gives the probability p_k of category k; the true category is the one
 * of the expected score. Accuracy averages the p of the true category over the population, consistency averages sum_k p_k^2 (two
 * independent administrations). Lee, W.-C. (2010). Journal of Educational Measurement 47, 1-17.
 *
 * @param items the test: calibrated items with ordered categories
 * @param cuts sum scores in ascending order, whole or not; a score at or above a cut is in the category above
 * @param options population and quadrature
 * @returns accuracy, consistency and the table of true and assigned categories
 * @throws RangeError for impossible or nominal items, TypeError for cuts that do not ascend
 * @remarks O(items x scores x categories x nodes). Deterministic.
 * @example
 * import { classifyByScore } from 'tutelage/irt/analysis';
 *
 * const items = Array.from({ length: 20 }, (_, k) => ({ id: `q${k}`, model: 'rasch', b: k / 10 - 1 }) as const);
 * const { accuracy, consistency, kappa } = classifyByScore(items, [12]);
 * [accuracy, consistency, kappa]; // => [0.8623, 0.8128, 0.6104]
 */
export function classifyByScore(
  items: readonly Item[],
  cuts: readonly number[],
  options: ScoreClassificationOptions = {},
): Classification {
  const where = 'classifyByScore';
  const { population = { mean: 0, sd: 1 }, nodes = 401 } = options;
  const models = orderedModels(where, items);
  checkCuts(where, cuts);
  checkPopulation(where, population);
  checkWhole(where, 'nodes', nodes, 11, 5001);
  const { z, weight } = normalGrid(nodes, 6);
  const theta = z.map((node) => population.mean + population.sd * node);
  const scores = scoreDistribution(items.map((item, j) => categoryCurves(models[j]!, item, theta)));
  const sorted = Array.from(items.length > 0 ? weight : [], (w, q) => {
    const p = [...cuts, 0].fill(0);
    let expected = 0;
    for (const [score, curve] of scores.entries()) {
      p[categoryAt(cuts, score)]! += curve[q]!;
      expected += score * curve[q]!;
    }
    return { sure: categoryAt(cuts, expected), p, weight: w };
  });
  return classificationOf(cuts.length + 1, sorted, true);
}
