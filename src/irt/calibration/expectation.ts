import { answerIn, multiplyRows, type PatternBlocks, type PatternTables, patternTables } from '../patternTables.ts';
import type { Patterns } from './patterns.ts';

/** What the expectation step knows of one group: expected numbers at each node, and the log-likelihood. */
export interface Expectation {
  /** Per item, answers in each category at each node: categories x nodes. */
  readonly answers: Float64Array[];
  /** Persons at each node. */
  readonly persons: Float64Array;
  readonly logLikelihood: number;
}

const LEAST = 1e-200; // a posterior whose mass is below has lost digits

/** Everything the posteriors of a group are made of; `weight` is the distribution of ability over the nodes. */
export interface GroupTables {
  readonly patterns: Patterns;
  readonly weight: Float64Array;
  readonly tables: PatternTables;
}

/** `log[j]` are the log-probabilities of item j, categories x nodes. */
export function groupTables(patterns: Patterns, weight: Float64Array, log: readonly Float64Array[]): GroupTables {
  const nodes = weight.length;
  const tables = patternTables(patterns.blocks, nodes, (j, answer) =>
    log[j]!.subarray(answer * nodes, (answer + 1) * nodes),
  );
  return { patterns, weight, tables };
}

/** The posterior of a pattern over the nodes, into `post`; returns the log of the pattern's marginal probability. */
export function patternPosterior(group: GroupTables, pattern: number, post: Float64Array): number {
  const { patterns, weight, tables } = group;
  const { rows, blocks } = patterns;
  const nodes = post.length;
  const each = blocks.starts.length - 1;
  const from = pattern * each;
  post.set(weight);
  multiplyRows(tables.values, rows, from, each, post);
  let total = 0;
  for (let q = 0; q < nodes; q++) total += post[q]!;
  let log = 0;
  if (total > LEAST) {
    for (let at = from; at < from + each; at++) log += tables.top[rows[at]!]!;
  } else {
    for (let q = 0; q < nodes; q++) post[q] = Math.log(weight[q]!);
    for (let at = from; at < from + each; at++) {
      for (let q = 0, k = rows[at]! * nodes; q < nodes; q++, k++) post[q]! += tables.logs[k]!;
    }
    log = -Infinity;
    for (let q = 0; q < nodes; q++) log = Math.max(log, post[q]!);
    total = 0;
    for (let q = 0; q < nodes; q++) total += post[q] = Math.exp(post[q]! - log);
  }
  const scale = 1 / total;
  for (let q = 0; q < nodes; q++) post[q]! *= scale;
  return log + Math.log(total);
}

/**
 * The expectation step of marginal maximum likelihood (Bock & Aitkin 1981, eqs 7-10). Posteriors are products of one row per block of
 * items, and are counted by row; items get their counts from the rows. O(patterns x blocks x nodes).
 */
export function expectation(group: GroupTables, categories: ArrayLike<number>): Expectation {
  const { patterns, weight, tables } = group;
  const { count, blocks, rows } = patterns;
  const nodes = weight.length;
  const each = blocks.starts.length - 1;
  const byRow = new Float64Array(tables.values.length);
  const post = new Float64Array(nodes);
  const persons = new Float64Array(nodes);
  let logLikelihood = 0;
  for (let i = 0; i < count.length; i++) {
    const times = count[i]!;
    logLikelihood += times * patternPosterior(group, i, post);
    if (times !== 1) for (let q = 0; q < nodes; q++) post[q]! *= times;
    for (let q = 0; q < nodes; q++) persons[q]! += post[q]!;
    addToRows(byRow, rows, i * each, each, post);
  }
  return { answers: countsByItem(blocks, byRow, nodes, categories), persons, logLikelihood };
}

function addToRows(byRow: Float64Array, rows: Int32Array, from: number, count: number, post: Float64Array): void {
  const nodes = post.length;
  for (let at = from; at < from + count; at++) {
    const row = rows[at]! * nodes;
    for (let q = 0; q < nodes; q++) byRow[row + q]! += post[q]!;
  }
}

function countsByItem(
  blocks: PatternBlocks,
  byRow: Float64Array,
  nodes: number,
  categories: ArrayLike<number>,
): Float64Array[] {
  const answers = Array.from(categories, (own) => new Float64Array(own * nodes));
  for (let block = 0; block + 1 < blocks.starts.length; block++) {
    for (let row = blocks.offsets[block]!; row < blocks.offsets[block + 1]!; row++) {
      for (let j = blocks.starts[block]!; j < blocks.starts[block + 1]!; j++) {
        const answer = answerIn(blocks, block, row, j);
        if (answer < 0) continue;
        const own = answers[j]!;
        for (let q = 0, k = answer * nodes, at = row * nodes; q < nodes; q++, k++, at++) own[k]! += byRow[at]!;
      }
    }
  }
  return answers;
}
