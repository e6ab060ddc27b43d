import { checkWhole } from '../../math/check.ts';
import { normalGrid } from '../../math/normalGrid.ts';
import type { AbilityVectorMethod, AnsweredDimensions } from './abilityVector.ts';

const REACH = 7; // standard deviations on each side

/**
 * Expected a posteriori abilities: the mean of the posterior under a multivariate normal population, with its covariance.
 *
 * Quadrature with dimension reduction. Given the first abilities, of which there are as few as possible, every answer depends on at most one other; so
 * those others are integrated one by one. Up to three dimensions that is product quadrature; a bifactor model (a general ability first, any
 * number of uncorrelated specific ones) takes two-dimensional sums only; uncorrelated dimensions with items of their own take one.
 *
 * Bock, R. D. & Mislevy, R. J. (1982), Applied Psychological Measurement 6, 431-444; Gibbons, R. D. & Hedeker, D. R. (1992), Psychometrika
 * 57, 423-436; Cai, L. (2010), Psychometrika 75, 581-612 (two general abilities).
 *
 * @param options `nodes`: at least so many per dimension, 11 to 1001; 57 when absent
 * @returns the method, to be passed as `by`
 * @throws RangeError for nodes out of range and, when used, when more than two abilities would have to be known first (take {@link vectorMap})
 * @remarks Equally spaced nodes over +-7 sd of the population, no wider apart than 1 / the steepest slope and the least standard deviation that the
 * answers could leave. O(answers x nodes^(1 + first abilities)).
 * @example
 * import { estimateAbilityVector, vectorEap } from 'tutelage/irt/analysis';
 *
 * const bifactor = [
 *   { id: 'q1', model: 'logistic', a: [1.2, 0.8, 0], d: 0.5 },
 *   { id: 'q2', model: 'logistic', a: [1.2, 0, 0.8], d: -0.5 },
 * ] as const;
 * estimateAbilityVector(bifactor, [1, 0], { by: vectorEap() }).theta.slice(1); // => [0.288, -0.288]
 */
export function vectorEap(options: { readonly nodes?: number } = {}): AbilityVectorMethod {
  const { nodes = 57 } = options;
  checkWhole('vectorEap', 'nodes', nodes, 11, 1001);
  return {
    name: 'vectorEap',
    options: { nodes },
    estimate(answered, n) {
      let outer = 0; // number of abilities to be known first
      for (const { loadings } of answered) {
        const met = [...loadings.keys()].filter((i) => loadings[i] !== 0);
        outer = Math.max(outer, 1 + (met.at(-2) ?? -1));
      }
      if (outer > 2) {
        throw new RangeError(
          `vectorEap: ${outer} abilities would have to be known first, at most 2; put general abilities first or take vectorMap()`,
        );
      }
      const grids = Array.from({ length: n }, (_, i) => gridOf(answered, i, nodes, outer < 2 ? 1001 : 129));
      const points = grids.slice(0, outer).reduce((product, { length }) => product * length, 1);
      const weight = new Float64Array(points);
      // mean and mean square of each ability given the first ones
      const mean = grids.map(() => new Float64Array(points));
      const square = grids.map(() => new Float64Array(points));
      const inner = grids.map((_, i) => answered.filter(({ loadings }) => i >= outer && loadings[i] !== 0));
      const rest = answered.filter(({ loadings }) => loadings.subarray(outer).every((loading) => loading === 0));
      const y = new Float64Array(outer);
      const zOf = ({ offset, loadings }: AnsweredDimensions): number =>
        y.reduce((z, value, i) => z + loadings[i]! * value, offset);
      for (let point = 0, left = 0; point < points; left = ++point) {
        for (let i = 0; i < outer; i++) {
          const { length } = grids[i]!;
          y[i] = grids[i]![left % length]!;
          left = Math.floor(left / length);
          mean[i]![point] = y[i]!;
          square[i]![point] = y[i]! ** 2;
          weight[point]! -= 0.5 * y[i]! ** 2;
        }
        for (const one of rest) weight[point]! += one.model.logProbability(one.item, zOf(one), one.answer);
        for (let i = outer; i < n; i++) {
          const grid = grids[i]!;
          const own = grid.map((u) => -0.5 * u * u);
          for (const one of inner[i]!) {
            const { item, model, answer } = one;
            const z = zOf(one);
            const loading = one.loadings[i]!;
            for (let q = 0; q < own.length; q++) own[q]! += model.logProbability(item, z + loading * grid[q]!, answer);
          }
          weight[point]! += normalised(own);
          for (let q = 0; q < own.length; q++) {
            mean[i]![point]! += own[q]! * grid[q]!;
            square[i]![point]! += own[q]! * grid[q]! ** 2;
          }
        }
      }
      normalised(weight);
      const expected = (of: (point: number) => number): number =>
        weight.reduce((sum, share, point) => sum + share * of(point), 0);
      const centre = Float64Array.from(mean, (values) => expected((point) => values[point]!));
      const covariance = mean.flatMap((one, i) =>
        mean.map((two, j) =>
          expected((point) => {
            const between = (one[point]! - centre[i]!) * (two[point]! - centre[j]!);
            return i === j ? between + square[i]![point]! - one[point]! ** 2 : between;
          }),
        ),
      );
      return { y: centre, covariance: Float64Array.from(covariance) };
    },
  };
}

/** Turns logarithms into shares of their sum, in place; returns the logarithm of the sum. */
function normalised(logs: Float64Array): number {
  const top = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  let total = 0;
  for (let q = 0; q < logs.length; q++) {
    logs[q] = Math.exp(logs[q]! - top);
    total += logs[q]!;
  }
  for (let q = 0; q < logs.length; q++) logs[q]! /= total;
  return top + Math.log(total);
}

/** Nodes for ability i: no wider apart than 1 / the steepest slope and the least standard deviation answers could leave. */
function gridOf(answered: readonly AnsweredDimensions[], i: number, least: number, most: number): Float64Array {
  const slopes = answered.map(({ item, model, loadings }) => Math.abs(loadings[i]!) * model.slope(item));
  const information = slopes.reduce((sum, slope) => sum + slope ** 2 / 4, 1);
  const needed = 1 + Math.ceil(2 * REACH * Math.max(Math.sqrt(information), ...slopes));
  return normalGrid(Math.min(most, Math.max(least, needed)), REACH).z;
}
