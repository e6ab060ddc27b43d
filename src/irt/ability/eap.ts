import { checkWhole } from '../../math/check.ts';
import type { AbilityMethod, Population } from './abilityMethod.ts';
import { checkPopulation } from './checkPopulation.ts';
import { eapScores } from './eapScores.ts';
import { abilityGrid, posterior } from './posterior.ts';

/** Options of {@link eap}. */
export interface EapOptions {
  /** The population the learner comes from; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Quadrature nodes, 11 to 1001; 61 when absent. */
  readonly nodes?: number;
  /** Lowest and highest ability considered; population mean +- 6 sd when absent. */
  readonly bounds?: readonly [lower: number, upper: number];
}

/**
 * Expected a posteriori ability: the mean of the posterior, with its standard deviation as standard error.
 *
 * theta = sum_q theta_q w_q L(theta_q) / sum_q w_q L(theta_q). It exists for every answer pattern, all right and all
 * wrong included; it is drawn towards the population mean, the more the fewer the answers.
 *
 * Bock, R. D. & Mislevy, R. J. (1982). Applied Psychological Measurement 6, 431-444.
 *
 * @param options population, nodes and bounds
 * @returns the method, to be passed as `by`
 * @throws RangeError for a population without positive sd, too few nodes, or bounds in the wrong order
 * @remarks O(answers x nodes). Without answers it returns the population's mean and sd with status `empty`.
 * @example
 * import { eap, estimateAbility } from 'tutelage/irt';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const able = estimateAbility(items, [1, 1, 1], { by: eap({ population: { mean: 0, sd: 1.5 } }) });
 * able.theta; // => 1.58
 * able.se; // => 1.09
 */
export function eap(options: EapOptions = {}): AbilityMethod {
  const { population = { mean: 0, sd: 1 }, nodes = 61, bounds } = options;
  checkPopulation('eap', population);
  checkWhole('eap', 'nodes', nodes, 11, 1001);
  if (bounds && !(bounds[0] < bounds[1] && Number.isFinite(bounds[0]) && Number.isFinite(bounds[1]))) {
    throw new RangeError(`eap: bounds must be [lower, upper] with lower < upper, got [${bounds.join(', ')}]`);
  }
  return {
    name: 'eap',
    options: { population, nodes, ...(bounds && { bounds }) },
    estimate(answered) {
      const n = answered.answers.length;
      const { mean, sd } = n === 0 ? population : posterior(answered, population, nodes, bounds);
      return { theta: mean, se: sd, status: n === 0 ? 'empty' : 'ok', n, method: 'eap' };
    },
    estimateMany: (many) => eapScores(many, population, abilityGrid(many, population, nodes, bounds)),
  };
}
