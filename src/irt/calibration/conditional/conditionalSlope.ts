import { leaveOut, times } from './leaveOut.ts';
import type { Slope } from './newtonClimb.ts';
import type { GroupedAnswers } from './scoreGroups.ts';

const LEAST = 1e-250; // a probability of a sum of points below may have lost digits

/**
 * The conditional log-likelihood of the answers given the sums of points, with its derivatives by the step parameters b (item after item).
 *
 * l = - sum_s reached_s b_s - sum over groups and sums r of n_r log gamma_r, where gamma_r, the elementary symmetric function, adds up
 * exp(-(steps reached)) over all answer patterns with sum r. The gradient is minus (reached - expected), the information
 * the covariance of reaching steps given r. All come from products that leave out one item or two.
 *
 * Instead of gamma_r the probability of sum r at an ability is handled: it differs by a factor that cancels, and cannot overflow. Sums too
 * improbable there are done again at another ability. O(items^2 log(items) x sums) per group.
 */
export function conditionalSlope({ tops, groups, reached }: GroupedAnswers, b: Float64Array): Slope {
  const starts = tops.map((_, j) => tops.slice(0, j).reduce((sum, top) => sum + top, 0));
  const sum = { logLikelihood: 0, gradient: reached.map((n) => -n), information: new Float64Array(b.length ** 2) };
  for (const [s, n] of reached.entries()) sum.logLikelihood -= n * b[s]!;
  for (const { items, persons } of groups) {
    const steps = items.map((j) => Array.from({ length: tops[j]! }, (_, l) => starts[j]! + l));
    addGroup(sum, steps, b, persons, 0, 1);
  }
  return sum;
}

/** Adds what persons with the same items and known sums say; `steps` are the places of each item's steps in b. */
function addGroup(
  sum: Total,
  steps: readonly number[][],
  b: Float64Array,
  persons: Float64Array,
  ability: number,
  stride: number,
): void {
  let logTotal = 0;
  let mean = 0;
  const weights = steps.map((own) => {
    const z = [0];
    for (const s of own) z.push(z[z.length - 1]! + ability - b[s]!);
    const top = Math.max(...z);
    const total = z.reduce((all, value) => all + Math.exp(value - top), 0);
    logTotal += top + Math.log(total);
    return Float64Array.from(z, (value, k) => {
      const p = Math.exp(value - top) / total;
      mean += k * p;
      return p;
    });
  });
  const all = weights.reduce(times, Float64Array.of(1));
  const here = persons.map((n, r) => (all[r]! < LEAST ? 0 : n));
  for (const [r, n] of here.entries()) if (n > 0) sum.logLikelihood -= n * (Math.log(all[r]!) + logTotal - ability * r);
  if (here.some((n) => n > 0)) addMoments(sum, steps, weights, here, all);
  for (const sign of [-1, 1]) {
    const rest = persons.map((n, r) => (here[r] === 0 && r < mean === sign < 0 ? n : 0));
    // turning back means that the last stride was too long
    const next = ability !== 0 && sign !== Math.sign(stride) ? -stride / 2 : sign * Math.abs(stride);
    if (rest.some((n) => n > 0)) addGroup(sum, steps, b, rest, ability + next, next);
  }
}

/** Adds expected numbers of steps reached to the gradient and their covariances given the sums to the information. */
function addMoments(
  { gradient, information }: Total,
  steps: readonly number[][],
  weights: readonly Float64Array[],
  persons: Float64Array,
  all: Float64Array,
): void {
  const n = gradient.length;
  const scores = [...persons.keys()].filter((r) => persons[r]! > 0);
  const reach: Float64Array[] = []; // of each step, the probability given each sum
  let before: Float64Array = Float64Array.of(1);
  for (const [k, own] of steps.entries()) {
    const others = weights.slice(k + 1).reduce(times, before);
    for (let l = own.length; l > 0; l--) {
      const above = l < own.length ? reach[own[l]!] : undefined;
      const p = scores.map((r, i) => (above?.[i] ?? 0) + (weights[k]![l]! * (others[r - l] ?? 0)) / all[r]!);
      const s = own[l - 1]!;
      reach[s] = Float64Array.from(p);
      const expected = p.reduce((sum, value, i) => sum + persons[scores[i]!]! * value, 0);
      gradient[s]! += expected;
      for (const t of own.slice(0, l)) information[s * n + t]! += expected;
    }
    leaveOut(weights, before, k + 1, weights.length, (later, rest) => {
      for (let l = 1; l <= own.length; l++) {
        for (let m = 1; m <= steps[later]!.length; m++) {
          let both = 0;
          for (const r of scores) both += (persons[r]! / all[r]!) * (rest[r - l - m] ?? 0);
          both *= weights[k]![l]! * weights[later]![m]!;
          for (const t of steps[later]!.slice(0, m)) for (const s of own.slice(0, l)) information[t * n + s]! += both;
        }
      }
    });
    before = times(before, weights[k]!);
  }
  const flat = steps.flat();
  for (const [i, s] of flat.entries()) {
    for (const t of flat.slice(0, i + 1)) {
      for (const [k, r] of scores.entries()) information[s * n + t]! -= persons[r]! * reach[s]![k]! * reach[t]![k]!;
      information[t * n + s] = information[s * n + t]!;
    }
  }
}

type Total = { logLikelihood: number; readonly gradient: Float64Array; readonly information: Float64Array };
