import { normalGrid } from '../../math/normalGrid.ts';
import type { AnsweredItems, Population } from './abilityMethod.ts';

/** A distribution of ability on equally spaced nodes; the weights sum to 1. */
export interface AbilityDistribution {
  readonly theta: Float64Array;
  readonly weight: Float64Array;
  readonly mean: number;
  readonly sd: number;
}

const REACH = 6; // standard deviations on each side
const MOST_REFINEMENTS = 12;
const MOST_NODES = 20_001;

/**
 * The distribution of ability given a normal population and answers: Bayes' rule on a grid of at least `nodes` equally
 * spaced points over the population mean +- 6 sd (or `bounds`), in logarithms throughout.
 *
 * The rectangle rule errs by about exp(-2 pi^2 / (slope spacing)) on a logistic curve, so nodes stand no wider apart than
 * 1 / the steepest slope. When the posterior is narrower than the spacing (hundreds of answers), the grid is laid again
 * around it. Either way the result does not depend on where the nodes happen to fall.
 */
export function posterior(
  answered: AnsweredItems,
  population: Population,
  nodes: number,
  bounds?: readonly [number, number],
): AbilityDistribution {
  let theta = abilityGrid(answered, population, nodes, bounds);
  let found = onGrid(answered, population, theta);
  for (let round = 0; round < MOST_REFINEMENTS; round++) {
    const lower = theta[0]!;
    const upper = theta[theta.length - 1]!;
    const spacing = (upper - lower) / (theta.length - 1);
    if (found.sd >= spacing) break;
    const reach = REACH * Math.max(found.sd, spacing);
    theta = spread(theta.length, Math.max(lower, found.mean - reach), Math.min(upper, found.mean + reach));
    found = onGrid(answered, population, theta);
  }
  return found;
}

/** Nodes over the population (or `bounds`), no wider apart than the steepest of the items allows. */
export function abilityGrid(
  { items, models }: Pick<AnsweredItems, 'items' | 'models'>,
  population: Population,
  nodes: number,
  bounds?: readonly [number, number],
): Float64Array {
  const lower = bounds?.[0] ?? population.mean - REACH * population.sd;
  const upper = bounds?.[1] ?? population.mean + REACH * population.sd;
  const slope = models.reduce((most, model, k) => Math.max(most, model.slope(items[k]!)), 0);
  return spread(Math.min(MOST_NODES, Math.max(nodes, 1 + Math.ceil((upper - lower) * slope))), lower, upper);
}

const spread = (nodes: number, lower: number, upper: number): Float64Array =>
  normalGrid(nodes, 1).z.map((z) => (lower + upper) / 2 + (z * (upper - lower)) / 2);

function onGrid(
  { items, models, answers }: AnsweredItems,
  { mean: centre, sd }: Population,
  theta: Float64Array,
): AbilityDistribution {
  const nodes = theta.length;
  const weight = theta.map((t) => -0.5 * ((t - centre) / sd) ** 2);
  for (let k = 0; k < items.length; k++) {
    const model = models[k]!;
    const item = items[k]!;
    const answer = answers[k]!;
    for (let q = 0; q < nodes; q++) weight[q]! += model.logProbability(item, theta[q]!, answer);
  }
  let top = -Infinity;
  for (let q = 0; q < nodes; q++) top = Math.max(top, weight[q]!);
  let total = 0;
  let mean = 0;
  for (let q = 0; q < nodes; q++) {
    weight[q] = Math.exp(weight[q]! - top);
    total += weight[q]!;
    mean += weight[q]! * theta[q]!;
  }
  mean /= total;
  let variance = 0;
  for (let q = 0; q < nodes; q++) {
    weight[q]! /= total;
    variance += weight[q]! * (theta[q]! - mean) ** 2;
  }
  return { theta, weight, mean, sd: Math.sqrt(variance) };
}
