import { anderson } from '../../math/anderson.ts';
import { type Expectation, expectation, groupTables } from './expectation.ts';
import { type Layout, slotsOf } from './layout.ts';
import { logPrior } from './logPrior.ts';
import { maximiseItems, type PooledCounts } from './maximiseItems.ts';
import type { Patterns } from './patterns.ts';
import type { Priors } from './priors/prior.ts';

/** Persons of one population: their answers, and what is free in their distribution of ability. */
export interface Group {
  readonly patterns: Patterns;
  readonly isMeanFree: boolean;
  readonly isSdFree: boolean;
}

/** Equally spaced nodes with the probability of each. */
export interface Grid {
  readonly theta: Float64Array;
  readonly weight: Float64Array;
}

/** What is fitted, and how. */
export interface Fitting {
  readonly layout: Layout;
  readonly groups: readonly Group[];
  readonly priors: Priors | null;
  /** Standard normal nodes and weights. */
  readonly standard: Grid;
  /** Whether the shape of the distribution is estimated, too. */
  readonly isEmpirical: boolean;
  /** Whether the first group settles the scale, so that the slopes of the items may be rescaled to its mean and sd at every step. */
  readonly isScaledToFirst: boolean;
  readonly tolerance: number;
  readonly iterations: number;
}

/** A point of the climb: slots of the items, then mean and log sd of every group; the grids belong to it. */
export interface Point {
  readonly all: Float64Array;
  readonly grids: readonly Grid[];
}

/** Where the climb ended. */
export interface Summit extends Point {
  readonly expectations: readonly Expectation[];
  readonly logLikelihood: number;
  readonly logPrior: number;
  readonly iterations: number;
  readonly settled: boolean;
  /** The largest change of a parameter by one more plain EM step. */
  readonly change: number;
}

const DEPTH = 8;
const ROUNDING = 1e-9; // of the log-likelihood, relative: below that a fall is noise

/** The grid of a normal distribution. */
export const normalOn = (standard: Grid, mean: number, sd: number): Grid => ({
  theta: standard.theta.map((z) => mean + sd * z),
  weight: standard.weight,
});

/**
 * Expectation and maximisation in turn, accelerated: proposals of Anderson's method are taken only when the likelihood does not fall, so
 * it rises from one accepted point to the next as in plain EM.
 */
export function climb(fitting: Fitting, start: Point): Summit {
  const { tolerance, iterations, isEmpirical } = fitting;
  const accelerator = anderson(DEPTH);
  let trial = start;
  let isProposal = false;
  let best: { point: Point; image: Point; found: ReturnType<typeof expect>; change: number } | null = null;
  let done = 0;
  for (;;) {
    const found = expect(fitting, trial);
    const isWorse = best && !(found.value >= best.found.value - ROUNDING * Math.abs(best.found.value));
    if (isWorse && isProposal) {
      accelerator.reset();
      trial = best!.image;
      isProposal = false;
      continue;
    }
    const image = maximise(fitting, trial, found.expectations);
    let change = 0;
    for (let k = 0; k < image.all.length; k++) change = Math.max(change, Math.abs(image.all[k]! - trial.all[k]!));
    best = { point: trial, image, found, change };
    done++;
    if (change <= tolerance || done >= iterations) break;
    isProposal = !isEmpirical;
    trial = isEmpirical ? image : pointAt(fitting, accelerator.propose(trial.all, image.all));
  }
  const { value, prior, expectations } = best.found;
  return {
    ...best.point,
    expectations,
    logLikelihood: value - prior,
    logPrior: prior,
    iterations: done,
    settled: best.change <= tolerance,
    change: best.change,
  };
}

/** The point with normal distributions that a vector of parameters stands for. */
export function pointAt({ layout, groups, standard }: Fitting, all: Float64Array): Point {
  const grids = groups.map((_, g) =>
    normalOn(standard, all[layout.size + 2 * g]!, Math.exp(all[layout.size + 2 * g + 1]!)),
  );
  return { all, grids };
}

/** The expectation step for every group. */
export function expect({ layout, groups, priors }: Fitting, { all, grids }: Point) {
  const { places } = layout;
  const categories = places.map(({ top }) => top + 1);
  const expectations = groups.map(({ patterns }, g) => {
    const { theta, weight } = grids[g]!;
    const log = places.map((place) => {
      const own = new Float64Array((place.top + 1) * theta.length);
      place.form.fill(slotsOf(place, all), theta, own, null);
      return own;
    });
    return expectation(groupTables(patterns, weight, log), categories);
  });
  const likelihood = expectations.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0);
  let prior = 0;
  if (priors) for (const place of places) if (!place.isFixed) prior += logPrior(place, priors, slotsOf(place, all));
  return { expectations, prior, value: likelihood + prior };
}

/** Nodes and expected answers of all groups in one row. */
export function pool({ grids }: Pick<Point, 'grids'>, expectations: readonly Expectation[]): PooledCounts {
  if (grids.length === 1) return { theta: grids[0]!.theta, answers: expectations[0]!.answers };
  const nodes = grids.map(({ theta }) => theta.length);
  const total = nodes.reduce((sum, count) => sum + count, 0);
  const theta = new Float64Array(total);
  let from = 0;
  for (const grid of grids) {
    theta.set(grid.theta, from);
    from += grid.theta.length;
  }
  const answers = expectations[0]!.answers.map((own, j) => {
    const all = new Float64Array((own.length / nodes[0]!) * total);
    for (let k = 0, to = 0; to < all.length; k++) {
      for (const [g, { answers: of }] of expectations.entries()) {
        all.set(of[j]!.subarray(k * nodes[g]!, (k + 1) * nodes[g]!), to);
        to += nodes[g]!;
      }
    }
    return all;
  });
  return { theta, answers };
}

/** Mean and sd of ability over expected numbers of persons at nodes. */
export function moments(theta: Float64Array, persons: Float64Array): { mean: number; sd: number } {
  let total = 0;
  let mean = 0;
  for (let q = 0; q < theta.length; q++) {
    total += persons[q]!;
    mean += persons[q]! * theta[q]!;
  }
  mean /= total;
  let variance = 0;
  for (let q = 0; q < theta.length; q++) variance += persons[q]! * (theta[q]! - mean) ** 2;
  return { mean, sd: Math.sqrt(variance / total) };
}

/**
 * The maximisation step for items and populations. Where the first group settles the scale, its mean and sd are estimated all the
 * same and the scale is moved back to it: parameter expansion (Liu, Rubin & Wu 1998, Biometrika 85, 755-770), several times as fast.
 */
function maximise(fitting: Fitting, point: Point, expectations: readonly Expectation[]): Point {
  const { layout, groups, priors, isEmpirical, isScaledToFirst } = fitting;
  const { size, places } = layout;
  const all = maximiseItems(layout, pool(point, expectations), point.all, priors);
  const found = groups.map((_, g) => moments(point.grids[g]!.theta, expectations[g]!.persons));
  const first = found[0]!;
  let shift = 0;
  let scale = 1;
  if (isScaledToFirst) {
    shift = first.mean;
    if (!groups[0]!.isSdFree) scale = first.sd;
    const shared = new Set<number>();
    for (const place of places) {
      const own = slotsOf(place, all);
      place.form.rescale(own, shift, scale);
      for (const [k, at] of place.at.entries()) if (!shared.has(at)) all[at] = own[k]!;
      for (const at of place.at) shared.add(at);
    }
  }
  for (const [g, group] of groups.entries()) {
    const at = size + 2 * g;
    const { mean, sd } = found[g]!;
    if (group.isMeanFree) all[at] = (mean - shift) / scale;
    else if (g > 0) all[at] = (all[at]! - shift) / scale;
    const off = group.isMeanFree || isScaledToFirst ? 0 : mean - all[at]!;
    if (group.isSdFree) all[at + 1] = Math.log(Math.hypot(sd, off) / scale);
  }
  if (!isEmpirical) return pointAt(fitting, all);
  const grids = point.grids.map(({ theta }, g) => {
    const { persons } = expectations[g]!;
    const total = persons.reduce((sum, value) => sum + value, 0);
    return { theta: theta.map((t) => (t - shift) / scale), weight: persons.map((value) => value / total) };
  });
  return { all, grids };
}
