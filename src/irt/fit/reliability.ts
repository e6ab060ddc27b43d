import { check } from '../../math/check.ts';
import type { Population } from '../ability/abilityMethod.ts';
import { checkPopulation } from '../ability/checkPopulation.ts';
import { abilityGrid } from '../ability/posterior.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';

/** Options of {@link reliability}. */
export interface ReliabilityOptions {
  /** The population of the marginal coefficient; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Estimated abilities, such as the result of `estimateAbilities`, for the other coefficients. */
  readonly abilities?: {
    readonly theta: ArrayLike<number>;
    readonly se: ArrayLike<number | null>;
    readonly n?: ArrayLike<number>;
  };
}

/** Coefficients of reliability. */
export interface Reliability {
  /** Expected from items and population alone, in [0, 1). */
  readonly marginal: number;
  /** For EAP or MAP estimates: var(theta) / (var(theta) + mean se^2); null without abilities that vary. */
  readonly empirical: number | null;
  /** For ML or WLE estimates: 1 - mean se^2 / var(theta), person separation; below 0 when errors outweigh differences. */
  readonly separation: number | null;
  /** Persons with a theta, a standard error and (where n is given) an answer, and the others, who are left out. */
  readonly persons: { readonly used: number; readonly unused: number };
}

const NODES = 121;

/**
 * How reliably a test orders the persons of a population.
 *
 * Marginal: the mean of I / (I + 1 / sd^2) over a normal population, I(theta) being the test information: the share of the ability's
 * variance that a Bayesian estimate keeps. Green, B. F. et al. (1984). Journal of Educational Measurement 21, 347-360. It is mirt's
 * `marginal_rxx` when sd is 1; for another sd mirt keeps to a standard normal population, this follows the population given.
 *
 * Empirical: from estimates and their errors, as mirt's `empirical_rxx` and TAM's EAP reliability. Separation: as in eRm and TAM's WLE
 * reliability.
 *
 * @param items calibrated items
 * @param options population and estimated abilities
 * @returns coefficients; which of the last two is right depends on how abilities were estimated
 * @throws RangeError for impossible parameters, a population without positive sd, or lists of unequal length
 * @example
 * import { estimateAbilities } from 'tutelage/irt';
 * import { simulateAnswers, reliability } from 'tutelage/irt/analysis';
 *
 * const items = Array.from({ length: 30 }, (_, k) => ({ id: `q${k}`, model: '2pl', a: 1.2, b: k / 10 - 1.5 }) as const);
 * reliability(items).marginal; // => 0.874
 * const matrix = simulateAnswers(items, [-2, -1, 0, 1, 2], { seed: 1 });
 * reliability(items, { abilities: estimateAbilities(items, matrix) }).persons; // => { used: 5, unused: 0 }
 */
export function reliability(items: readonly Item[], options: ReliabilityOptions = {}): Reliability {
  const where = 'reliability';
  const { population = { mean: 0, sd: 1 }, abilities = { theta: [], se: [] } } = options;
  const models = modelsOf(where, allModels, items);
  checkPopulation(where, population);
  let [total, marginal] = [0, 0];
  for (const at of abilityGrid({ items, models }, population, NODES)) {
    const information = items.reduce((sum, item, j) => sum + models[j]!.information(item, at), 0);
    const weight = Math.exp(-0.5 * ((at - population.mean) / population.sd) ** 2);
    total += weight;
    marginal += (weight * information) / (information + population.sd ** -2);
  }
  const { theta, se, n } = abilities;
  check(theta.length === se.length, where, 'abilities.se.length', se.length, `${theta.length}, one per theta`);
  const used = Array.from(theta, (_, i) => i).filter(
    (i) => Number.isFinite(theta[i]!) && Number.isFinite(se[i]) && n?.[i] !== 0,
  );
  const mean = used.reduce((sum, i) => sum + theta[i]!, 0) / used.length;
  const variance = used.reduce((sum, i) => sum + (theta[i]! - mean) ** 2, 0) / (used.length - 1);
  const error = used.reduce((sum, i) => sum + se[i]! ** 2, 0) / used.length;
  return {
    marginal: marginal / total,
    empirical: variance > 0 ? variance / (variance + error) : null,
    separation: variance > 0 ? 1 - error / variance : null,
    persons: { used: used.length, unused: theta.length - used.length },
  };
}
