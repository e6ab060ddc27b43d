import { categoryCurves } from '../categoryCurves.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { scoreDistribution } from '../scoreDistribution.ts';
import type { Population } from './abilityMethod.ts';
import { checkPopulation } from './checkPopulation.ts';
import { abilityGrid } from './posterior.ts';

/** What a sum score says about ability. */
export interface SumScoreRow {
  /** Sum of the categories answered, items without an answer not allowed for. */
  readonly score: number;
  /** Expected ability given the score, in logits; null for a score less probable than 1e-290. */
  readonly theta: number | null;
  /** Standard deviation of ability given the score; null where theta is. */
  readonly se: number | null;
  /** Share of the population that gets this score. */
  readonly probability: number;
}

const NODES = 61;
const LEAST = 1e-290; // a sum of smaller terms has lost digits

/**
 * The table that turns sum scores into abilities: expectation and standard deviation of ability given each score, and how often
 * the population gets it. For tests that are scored by hand; for items of the Rasch family it loses nothing.
 *
 * E(theta | s) with P(s | theta) by the recursion of Lord, F. M. & Wingersky, M. S. (1984), Applied Psychological Measurement 8,
 * 453-461; Thissen, D., Pommerich, M., Billeaud, K. & Williams, V. S. L. (1995), ibid. 19, 39-49.
 *
 * @param items the items of the test, all answered
 * @param options the population; { mean: 0, sd: 1 } when absent
 * @returns one row per score, from 0 to the highest
 * @throws RangeError for impossible item parameters, a repeated item or a population without positive sd
 * @remarks O(items x scores x categories x nodes). Nodes over the mean +- 6 sd are close enough for the narrowest posterior that the
 * items allow. Categories count as points, which makes no sense for nominal items.
 * @example
 * import { sumScoreTable } from 'tutelage/irt/analysis';
 *
 * const items = [-1, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * sumScoreTable(items)[2]!.theta; // => 0.736
 */
export function sumScoreTable(
  items: readonly Item[],
  options: { readonly population?: Population } = {},
): SumScoreRow[] {
  const { population = { mean: 0, sd: 1 } } = options;
  const models = modelsOf('sumScoreTable', allModels, items);
  checkPopulation('sumScoreTable', population);
  const { mean: centre, sd } = population;
  // answers inform by slope^2 / 4 at most, so that no posterior is much narrower than 1 / sqrt(that + 1 / sd^2)
  const most = items.reduce((sum, item, k) => sum + models[k]!.slope(item) ** 2 / 4, 1 / sd ** 2);
  const nodes = Math.max(NODES, Math.ceil(12 * sd * Math.sqrt(most)));
  const grid = abilityGrid({ items, models }, population, nodes);
  const prior = grid.map((t) => Math.exp(-0.5 * ((t - centre) / sd) ** 2));
  const whole = prior.reduce((sum, weight) => sum + weight, 0);
  const curves = items.map((item, k) => categoryCurves(models[k]!, item, grid));
  const certain = [grid.map(() => 1)]; // without items the score is 0 for certain
  return scoreDistribution([certain, ...curves]).map((given, score) => {
    const weight = given.map((p, q) => p * prior[q]!);
    const total = weight.reduce((sum, w) => sum + w, 0);
    if (total < LEAST) return { score, theta: null, se: null, probability: 0 };
    const theta = weight.reduce((sum, w, q) => sum + w * grid[q]!, 0) / total;
    const variance = weight.reduce((sum, w, q) => sum + w * (grid[q]! - theta) ** 2, 0) / total;
    return { score, theta, se: Math.sqrt(variance), probability: total / whole };
  });
}
