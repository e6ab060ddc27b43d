import type { NormalGrid } from '../../math/normalGrid.ts';
import type { Patterns } from './patterns.ts';
import type { Curves } from './raschCurves.ts';

/** What the E-step knows: expected numbers of answers at each node, items x nodes, and the log-likelihood. */
export interface ExpectedCounts {
  readonly tried: Float64Array;
  readonly right: Float64Array;
  readonly logLikelihood: number;
}

/**
 * The posterior of one pattern over the nodes, into `post`; returns the log of the pattern's marginal probability.
 */
export function patternPosterior(
  { answers, items }: Patterns,
  pattern: number,
  { logRight, logWrong }: Curves,
  logWeight: Float64Array,
  post: Float64Array,
): number {
  const nodes = post.length;
  post.set(logWeight);
  for (let j = 0; j < items; j++) {
    const answer = answers[pattern * items + j]!;
    if (answer < 0) continue;
    const table = answer === 1 ? logRight : logWrong;
    for (let q = 0, k = j * nodes; q < nodes; q++, k++) post[q]! += table[k]!;
  }
  let top = -Infinity;
  for (let q = 0; q < nodes; q++) if (post[q]! > top) top = post[q]!;
  let total = 0;
  for (let q = 0; q < nodes; q++) total += post[q] = Math.exp(post[q]! - top);
  for (let q = 0; q < nodes; q++) post[q]! /= total;
  return top + Math.log(total);
}

/** The expectation step of marginal maximum likelihood (Bock & Aitkin 1981, eqs 7-10). O(patterns x items x nodes). */
export function expectedCounts(patterns: Patterns, curves: Curves, grid: NormalGrid): ExpectedCounts {
  const { answers, count, items } = patterns;
  const nodes = grid.z.length;
  const logWeight = grid.weight.map(Math.log);
  const tried = new Float64Array(items * nodes);
  const right = new Float64Array(items * nodes);
  const post = new Float64Array(nodes);
  let logLikelihood = 0;
  for (let i = 0; i < count.length; i++) {
    const times = count[i]!;
    logLikelihood += times * patternPosterior(patterns, i, curves, logWeight, post);
    for (let j = 0; j < items; j++) {
      const answer = answers[i * items + j]!;
      if (answer < 0) continue;
      for (let q = 0, k = j * nodes; q < nodes; q++, k++) {
        tried[k]! += times * post[q]!;
        if (answer === 1) right[k]! += times * post[q]!;
      }
    }
  }
  return { tried, right, logLikelihood };
}
