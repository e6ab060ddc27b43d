import type { NormalGrid } from '../../math/normalGrid.ts';
import { answerIn, multiplyRows, type PatternBlocks, patternTables } from '../patternTables.ts';
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

const LEAST = 1e-200; // a posterior whose mass is below has lost digits

/**
 * The expectation step of marginal maximum likelihood (Bock & Aitkin 1981, eqs 7-10). Posteriors are products of one row per block of
 * items, and are counted by row; items get their counts from the rows. O(patterns x blocks x nodes).
 */
export function expectedCounts(patterns: Patterns, curves: Curves, grid: NormalGrid): ExpectedCounts {
  const { count, items, blocks, rows } = patterns;
  const nodes = grid.z.length;
  const each = blocks.starts.length - 1;
  const logWeight = grid.weight.map(Math.log);
  const { values, top } = patternTables(blocks, nodes, (j, answer) =>
    (answer === 1 ? curves.logRight : curves.logWrong).subarray(j * nodes, (j + 1) * nodes),
  );
  const byRow = new Float64Array(values.length);
  const post = new Float64Array(nodes);
  let logLikelihood = 0;
  for (let i = 0; i < count.length; i++) {
    post.set(grid.weight);
    multiplyRows(values, rows, i * each, each, post);
    let total = 0;
    for (let q = 0; q < nodes; q++) total += post[q]!;
    const times = count[i]!;
    let scale = times / total;
    if (total > LEAST) {
      let log = Math.log(total);
      for (let at = i * each; at < (i + 1) * each; at++) log += top[rows[at]!]!;
      logLikelihood += times * log;
    } else {
      logLikelihood += times * patternPosterior(patterns, i, curves, logWeight, post);
      scale = times;
    }
    for (let q = 0; q < nodes; q++) post[q]! *= scale;
    addToRows(byRow, rows, i * each, each, post);
  }
  return { ...countsByItem(blocks, byRow, nodes, items), logLikelihood };
}

function addToRows(byRow: Float64Array, rows: Int32Array, from: number, count: number, post: Float64Array): void {
  const nodes = post.length;
  for (let at = from; at < from + count; at++) {
    const row = rows[at]! * nodes;
    for (let q = 0; q < nodes; q++) byRow[row + q]! += post[q]!;
  }
}

function countsByItem(blocks: PatternBlocks, byRow: Float64Array, nodes: number, items: number) {
  const tried = new Float64Array(items * nodes);
  const right = new Float64Array(items * nodes);
  for (let block = 0; block + 1 < blocks.starts.length; block++) {
    for (let row = blocks.offsets[block]!; row < blocks.offsets[block + 1]!; row++) {
      for (let j = blocks.starts[block]!; j < blocks.starts[block + 1]!; j++) {
        const answer = answerIn(blocks, block, row, j);
        if (answer < 0) continue;
        for (let q = 0, k = j * nodes, at = row * nodes; q < nodes; q++, k++, at++) {
          tried[k]! += byRow[at]!;
          if (answer === 1) right[k]! += byRow[at]!;
        }
      }
    }
  }
  return { tried, right };
}
