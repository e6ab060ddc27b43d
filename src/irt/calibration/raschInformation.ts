import type { NormalGrid } from '../../math/normalGrid.ts';
import { patternPosterior } from './expectedCounts.ts';
import type { Patterns } from './patterns.ts';
import { type RaschParameters, raschCurves } from './raschCurves.ts';

/**
 * The observed information of a Rasch calibration, row-major (items + 1) x (items + 1), the standard deviation last.
 *
 * Louis, T. A. (1982), Journal of the Royal Statistical Society B 44, 226-233: the sum over persons of
 * E(complete-data information) - Var(complete-data score), both under the person's posterior.
 * O(patterns x answered items^2 x nodes).
 */
export function raschInformation(patterns: Patterns, at: RaschParameters, grid: NormalGrid): Float64Array {
  const { answers, count, items } = patterns;
  const { z, weight } = grid;
  const nodes = z.length;
  const n = items + 1;
  const logWeight = weight.map(Math.log);
  const curves = raschCurves(at, z);
  const info = new Float64Array(n * n);
  const post = new Float64Array(nodes);
  const score = new Float64Array(n * nodes); // complete-data score of each parameter at each node
  for (let i = 0; i < count.length; i++) {
    const parameters: number[] = [];
    for (let j = 0; j < items; j++) if (answers[i * items + j]! >= 0) parameters.push(j);
    parameters.push(items);
    const last = parameters.length - 1;
    patternPosterior(patterns, i, curves, logWeight, post);
    for (let q = 0; q < nodes; q++) {
      let surplus = 0;
      for (let k = 0; k < last; k++) {
        const j = parameters[k]!;
        const p = curves.right[j * nodes + q]!;
        const residual = answers[i * items + j]! - p;
        score[k * nodes + q] = -residual;
        surplus += residual;
        const expected = count[i]! * post[q]! * p * (1 - p);
        info[j * n + j]! += expected;
        info[items * n + j]! -= z[q]! * expected;
        info[items * n + items]! += z[q]! * z[q]! * expected;
      }
      score[last * nodes + q] = z[q]! * surplus;
    }
    subtractVariance(info, n, parameters, score, post, count[i]!);
  }
  for (let row = 0; row < n; row++)
    for (let column = 0; column < row; column++) info[column * n + row] = info[row * n + column]!;
  return info;
}

/** Takes `times` the posterior covariance of the scores off the lower triangle. */
function subtractVariance(
  info: Float64Array,
  n: number,
  parameters: readonly number[],
  score: Float64Array,
  post: Float64Array,
  times: number,
): void {
  const nodes = post.length;
  for (let k = 0; k < parameters.length; k++) {
    let mean = 0;
    for (let q = 0; q < nodes; q++) mean += post[q]! * score[k * nodes + q]!;
    for (let q = 0; q < nodes; q++) score[k * nodes + q]! -= mean;
    for (let l = 0; l <= k; l++) {
      let covariance = 0;
      for (let q = 0; q < nodes; q++) covariance += post[q]! * score[k * nodes + q]! * score[l * nodes + q]!;
      info[parameters[k]! * n + parameters[l]!]! -= times * covariance;
    }
  }
}
