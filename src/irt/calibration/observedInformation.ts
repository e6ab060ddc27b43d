import { type Fitting, pool, type Summit } from './climb.ts';
import { type CompleteScores, completeScores } from './completeScores.ts';
import { patternPosterior } from './expectation.ts';
import { slotsOf } from './layout.ts';
import { itemDerivatives } from './maximiseItems.ts';

/** Information about the free parameters, row-major and symmetric. */
export interface Information {
  /** Which entries of the point's vector are free; of groups the mean and the sd (not its logarithm). */
  readonly free: readonly number[];
  /** Minus the second derivatives of the log-likelihood and log-prior. */
  readonly observed: Float64Array;
  /** Sum over persons of the outer product of their scores, for the sandwich. */
  readonly crossed: Float64Array;
}

const CACHED = 1e7; // numbers: posteriors of all persons are kept when they are no more than this, else computed once per block
const STEP = 1e-5;

/**
 * Observed information by the missing-information principle: E(complete-data information) - Var(complete-data score) under each
 * person's posterior (Louis 1982, Journal of the Royal Statistical Society B 44, 226-233). It equals what Oakes's identity gives.
 * Second moments of scores are collected per pair of blocks: O(patterns x blocks^2 x nodes) instead of O(patterns x parameters^2 x nodes).
 */
export function observedInformation(fitting: Fitting, summit: Summit): Information {
  const { layout, groups, isEmpirical } = fitting;
  const free: number[] = [];
  const order = new Map<number, number>();
  const add = (place: number) => {
    if (!order.has(place)) order.set(place, free.push(place) - 1);
  };
  for (const { at, isFixed } of layout.places) if (!isFixed) for (const place of at) add(place);
  for (const [g, { isMeanFree, isSdFree }] of groups.entries()) {
    if (isMeanFree && !isEmpirical) add(layout.size + 2 * g);
    if (isSdFree && !isEmpirical) add(layout.size + 2 * g + 1);
  }
  const n = free.length;
  const observed = new Float64Array(n * n);
  const crossed = new Float64Array(n * n);
  addComplete(fitting, summit, order, observed);
  for (let g = 0; g < groups.length; g++) {
    const scores = completeScores(fitting, summit, g, order);
    subtractVariance(scores, n, observed, crossed);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      observed[i * n + j] = observed[j * n + i] = (observed[i * n + j]! + observed[j * n + i]!) / 2;
    }
  }
  return { free, observed, crossed };
}

/** Adds the information the expected counts would have if they had been observed. */
function addComplete(
  { layout, groups, priors }: Fitting,
  summit: Summit,
  order: ReadonlyMap<number, number>,
  to: Float64Array,
): void {
  const n = order.size;
  const counts = pool(summit, summit.expectations);
  for (const [j, place] of layout.places.entries()) {
    if (place.isFixed) continue;
    const slots = slotsOf(place, summit.all);
    const gradient = (k: number, step: number) => {
      const moved = slots.slice();
      moved[k]! += step;
      return itemDerivatives(place, moved, counts, j, null).gradient;
    };
    const { bend } = itemDerivatives(place, slots, counts, j, priors);
    for (let k = 0; k < slots.length; k++) {
      const [lower, upper] = [gradient(k, -STEP), gradient(k, STEP)];
      const row = order.get(place.at[k]!)! * n;
      for (let l = 0; l < slots.length; l++) {
        to[row + order.get(place.at[l]!)!]! -= (upper[l]! - lower[l]!) / (2 * STEP) + bend[k * slots.length + l]!;
      }
    }
  }
  for (const g of groups.keys()) {
    const { theta } = summit.grids[g]!;
    const { persons } = summit.expectations[g]!;
    const at = layout.size + 2 * g;
    const [mean, sd] = [summit.all[at]!, Math.exp(summit.all[at + 1]!)];
    const [m, s] = [order.get(at), order.get(at + 1)];
    for (let q = 0; q < theta.length; q++) {
      const z = (theta[q]! - mean) / sd;
      const unit = persons[q]! / (sd * sd);
      if (m !== undefined) to[m * n + m]! += unit;
      if (s !== undefined) to[s * n + s]! += unit * (3 * z * z - 1);
      if (m !== undefined && s !== undefined) {
        to[m * n + s]! += 2 * z * unit;
        to[s * n + m]! += 2 * z * unit;
      }
    }
  }
}

/** Takes the posterior covariances of the scores off `observed`, and adds the products of their means to `crossed`. */
function subtractVariance(scores: CompleteScores, n: number, observed: Float64Array, crossed: Float64Array): void {
  const { group, entries, byRow, population } = scores;
  const { rows, blocks, count } = group.patterns;
  const nodes = group.weight.length;
  const each = entries.length;
  const posts = count.length * nodes <= CACHED ? new Float64Array(count.length * nodes) : null;
  const post = new Float64Array(nodes);
  const persons = new Float64Array(nodes);
  const mean = new Float64Array(n);
  const products = new Float64Array(n * n);
  for (let i = 0; i < count.length; i++) {
    patternPosterior(group, i, post);
    posts?.set(post, i * nodes);
    mean.fill(0);
    for (let block = 0; block < each; block++) {
      const score = byRow[rows[i * each + block]!]!;
      for (let e = 0, k = 0; e < entries[block]!.length; e++) {
        let sum = 0;
        for (let q = 0; q < nodes; q++, k++) sum += post[q]! * score[k]!;
        mean[entries[block]![e]!]! += sum;
      }
    }
    for (const { at, score } of population) {
      for (let q = 0; q < nodes; q++) mean[at]! += post[q]! * score[q]!;
    }
    for (let q = 0; q < nodes; q++) persons[q]! += count[i]! * post[q]!;
    for (let k = 0; k < n; k++) {
      const part = count[i]! * mean[k]!;
      if (part !== 0) for (let l = 0; l < n; l++) products[k * n + l]! += part * mean[l]!;
    }
  }
  for (let k = 0; k < products.length; k++) {
    observed[k]! += products[k]!;
    crossed[k]! += products[k]!;
  }
  for (let first = 0; first < each; first++) {
    const own = blocks.offsets[first]!;
    const ownRows = blocks.offsets[first + 1]! - own;
    const from = own;
    const width = blocks.offsets[each]! - from;
    const joint = new Float64Array(ownRows * width * nodes);
    for (let i = 0; i < count.length; i++) {
      if (posts) post.set(posts.subarray(i * nodes, (i + 1) * nodes));
      else patternPosterior(group, i, post);
      const times = count[i]!;
      const start = (rows[i * each + first]! - own) * width;
      for (let block = first; block < each; block++) {
        let k = (start + rows[i * each + block]! - from) * nodes;
        for (let q = 0; q < nodes; q++, k++) joint[k]! += times * post[q]!;
      }
    }
    addMoments(scores, first, joint, n, observed);
  }
  for (const { at, score } of population) {
    for (const other of population) {
      for (let q = 0; q < nodes; q++) observed[at * n + other.at]! -= persons[q]! * score[q]! * other.score[q]!;
    }
  }
}

/** Takes the second moments of the scores of a block with those of all later blocks, with itself and the population off. */
function addMoments(
  { group, entries, byRow, population }: CompleteScores,
  first: number,
  joint: Float64Array,
  n: number,
  observed: Float64Array,
): void {
  const { blocks } = group.patterns;
  const nodes = group.weight.length;
  const each = entries.length;
  const from = blocks.offsets[first]!;
  const ownRows = blocks.offsets[first + 1]! - from;
  const width = blocks.offsets[each]! - from;
  const weighted = new Float64Array(width * nodes);
  for (const [e, a] of entries[first]!.entries()) {
    weighted.fill(0);
    for (let r = 0; r < ownRows; r++) {
      const score = byRow[from + r]!.subarray(e * nodes, (e + 1) * nodes);
      for (let row = 0, k = 0, at = r * width * nodes; row < width; row++) {
        for (let q = 0; q < nodes; q++, k++, at++) weighted[k]! += joint[at]! * score[q]!;
      }
    }
    for (let block = first; block < each; block++) {
      for (const [f, b] of entries[block]!.entries()) {
        let sum = 0;
        for (let row = blocks.offsets[block]!; row < blocks.offsets[block + 1]!; row++) {
          const score = byRow[row]!;
          for (let q = 0, k = (row - from) * nodes, at = f * nodes; q < nodes; q++, k++, at++) {
            sum += weighted[k]! * score[at]!;
          }
        }
        observed[a * n + b]! -= sum;
        if (block > first) observed[b * n + a]! -= sum;
      }
    }
    for (const { at, score } of population) {
      let sum = 0;
      for (let row = 0, k = 0; row < ownRows; row++) {
        for (let q = 0; q < nodes; q++, k++) sum += weighted[k]! * score[q]!;
      }
      observed[a * n + at]! -= sum;
      observed[at * n + a]! -= sum;
    }
  }
}
