import { choleskySolve } from '../../math/choleskySolve.ts';
import { type ItemPlace, type Layout, slotsOf } from './layout.ts';
import { addDerivatives, logPrior } from './logPrior.ts';
import type { Priors } from './priors/prior.ts';

/** Expected answers of all groups side by side: the nodes, and per item categories x nodes. */
export interface PooledCounts {
  readonly theta: Float64Array;
  readonly answers: readonly Float64Array[];
}

const HALVINGS = 30;
const LONGEST_STEP = 2;

/**
 * The maximisation step: Fisher scoring on the expected complete-data log-likelihood (plus log-prior) of each item, or of items that
 * share slots together. A step that would lower it is halved. Returns new parameters; `steps` scoring steps are made.
 */
export function maximiseItems(
  layout: Layout,
  counts: PooledCounts,
  all: Float64Array,
  priors: Priors | null,
  steps = 1,
): Float64Array {
  const next = all.slice();
  for (const cluster of layout.clusters) for (let k = 0; k < steps; k++) improve(layout, cluster, counts, next, priors);
  return next;
}

function improve(
  { places }: Layout,
  cluster: readonly number[],
  counts: PooledCounts,
  all: Float64Array,
  priors: Priors | null,
): void {
  const free = [...new Set(cluster.flatMap((j) => [...places[j]!.at]))];
  const n = free.length;
  const order = new Map(free.map((place, k) => [place, k]));
  const gradient = new Float64Array(n);
  const fisher = new Float64Array(n * n);
  const bend = new Float64Array(n * n);
  let before = 0;
  for (const j of cluster) {
    const place = places[j]!;
    const own = itemDerivatives(place, slotsOf(place, all), counts, j, priors);
    const m = place.at.length;
    before += own.value;
    for (let k = 0; k < m; k++) {
      const row = order.get(place.at[k]!)!;
      gradient[row]! += own.gradient[k]!;
      for (let l = 0; l < m; l++) {
        fisher[row * n + order.get(place.at[l]!)!]! += own.fisher[k * m + l]!;
        bend[row * n + order.get(place.at[l]!)!]! += own.bend[k * m + l]!;
      }
    }
  }
  const step =
    choleskySolve(
      fisher.map((value, k) => value - bend[k]!),
      n,
      gradient,
    ) ?? choleskySolve(fisher, n, gradient);
  if (!step) return;
  const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let share = Math.min(1, LONGEST_STEP / longest);
  const from = free.map((place) => all[place]!);
  for (let halving = 0; halving <= HALVINGS; halving++, share /= 2) {
    for (let k = 0; k < n; k++) all[free[k]!] = from[k]! + share * step[k]!;
    let after = 0;
    for (const j of cluster) after += itemValue(places[j]!, slotsOf(places[j]!, all), counts, j, priors);
    if (after >= before) return;
  }
  for (let k = 0; k < n; k++) all[free[k]!] = from[k]!;
}

/** Expected complete-data log-likelihood of an item, plus its log-prior. */
function itemValue(
  place: ItemPlace,
  slots: Float64Array,
  counts: PooledCounts,
  j: number,
  priors: Priors | null,
): number {
  const own = counts.answers[j]!;
  const log = new Float64Array(own.length);
  place.form.fill(slots, counts.theta, log, null);
  let value = priors ? logPrior(place, priors, slots) : 0;
  for (let k = 0; k < own.length; k++) value += own[k]! * log[k]!;
  return value;
}

/** The same with its gradient, the expected information of the counts, and the Hessian of the prior. */
export function itemDerivatives(
  place: ItemPlace,
  slots: Float64Array,
  { theta, answers }: PooledCounts,
  j: number,
  priors: Priors | null,
): { value: number; gradient: Float64Array; fisher: Float64Array; bend: Float64Array } {
  const own = answers[j]!;
  const nodes = theta.length;
  const size = own.length;
  const n = slots.length;
  const log = new Float64Array(size);
  const slope = new Float64Array(n * size);
  place.form.fill(slots, theta, log, slope);
  const gradient = new Float64Array(n);
  const fisher = new Float64Array(n * n);
  const bend = new Float64Array(n * n);
  let value = 0;
  for (let k = 0; k < size; k++) value += own[k]! * log[k]!;
  const expected = new Float64Array(size); // persons at the node x P
  for (let q = 0; q < nodes; q++) {
    let persons = 0;
    for (let k = q; k < size; k += nodes) persons += own[k]!;
    for (let k = q; k < size; k += nodes) expected[k] = persons * Math.exp(log[k]!);
  }
  for (let m = 0; m < n; m++) {
    let sum = 0;
    for (let k = 0, at = m * size; k < size; k++, at++) sum += own[k]! * slope[at]!;
    gradient[m] = sum;
    for (let l = 0; l <= m; l++) {
      let cross = 0;
      for (let k = 0; k < size; k++) cross += expected[k]! * slope[m * size + k]! * slope[l * size + k]!;
      fisher[m * n + l] = cross;
      fisher[l * n + m] = cross;
    }
  }
  if (priors) {
    value += logPrior(place, priors, slots);
    addDerivatives((at) => logPrior(place, priors, at), slots, gradient, bend);
  }
  return { value, gradient, fisher, bend };
}
