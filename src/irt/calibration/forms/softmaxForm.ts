import type { Item } from '../../item.ts';
import type { CalibrationForm, Slot } from './calibrationForm.ts';

/** What tells one divide-by-total model from another: exponents are linear in the slots. */
interface SoftmaxSlots<I extends Item> {
  readonly name: I['model'];
  readonly hasSlope: boolean;
  slots(top: number): readonly Slot[];
  /** The exponent of category k is (base k + sum of slot x slopes[slot][k]) theta + sum of slot x constants[slot][k]. */
  design(top: number): { readonly base: 0 | 1; readonly slopes: number[][]; readonly constants: number[][] };
  /** Slots from slopes and intercepts of the categories, both 0 for the first. */
  read(slopes: readonly number[], intercepts: readonly number[]): number[];
  toItem(id: string, slopes: readonly number[], intercepts: readonly number[]): I;
  exponents(item: I): readonly [slopes: readonly number[], intercepts: readonly number[]];
}

/** The calibration of a divide-by-total model. */
export function softmaxForm<I extends Item>(model: SoftmaxSlots<I>): CalibrationForm<I> {
  /** Number of categories less one, from the number of slots. */
  const topOf = (count: number): number => {
    let top = 1;
    while (model.slots(top).length < count) top++;
    return top;
  };
  const exponents = (p: ArrayLike<number>): [slopes: number[], intercepts: number[]] => {
    const top = topOf(p.length);
    const { base, slopes, constants } = model.design(top);
    const sum = (rows: number[][], k: number) => rows.reduce((total, row, m) => total + row[k]! * p[m]!, 0);
    const categories = Array.from({ length: top + 1 }, (_, k) => k);
    return [categories.map((k) => base * k + sum(slopes, k)), categories.map((k) => sum(constants, k))];
  };
  return {
    ...model,
    start(counts) {
      const slopes = counts.map((_, k) => k);
      return model.read(
        slopes,
        counts.map((count) => Math.log(count / counts[0]!)),
      );
    },
    read: (item) => model.read(...model.exponents(item)),
    write: (id, p) => model.toItem(id, ...exponents(p)),
    rescale(p, mean, sd) {
      const [slopes, intercepts] = exponents(p);
      p.set(
        model.read(
          slopes.map((slope) => slope * sd),
          intercepts.map((intercept, k) => intercept + slopes[k]! * mean),
        ),
      );
    },
    fill(p, theta, log, slope) {
      const nodes = theta.length;
      const design = model.design(topOf(p.length));
      const [slopes, intercepts] = exponents(p);
      const categories = slopes.length;
      const share = new Float64Array(categories);
      for (let q = 0; q < nodes; q++) {
        const t = theta[q]!;
        let most = -Infinity;
        for (let k = 0; k < categories; k++) {
          share[k] = slopes[k]! * t + intercepts[k]!;
          most = Math.max(most, share[k]!);
        }
        let total = 0;
        for (let k = 0; k < categories; k++) {
          log[k * nodes + q] = share[k]! - most;
          total += share[k] = Math.exp(share[k]! - most);
        }
        const rest = Math.log(total);
        for (let k = 0; k < categories; k++) log[k * nodes + q]! -= rest;
        if (!slope) continue;
        for (let m = 0; m < p.length; m++) {
          const own = design.slopes[m]!;
          const constant = design.constants[m]!;
          let mean = 0;
          for (let k = 0; k < categories; k++) mean += (share[k]! / total) * (own[k]! * t + constant[k]!);
          for (let k = 0, at = m * categories * nodes + q; k < categories; k++, at += nodes) {
            slope[at] = own[k]! * t + constant[k]! - mean;
          }
        }
      }
    },
  };
}

/** A list of so many values. */
export const many = <T>(count: number, value: (k: number) => T): T[] =>
  Array.from({ length: count }, (_, k) => value(k));
/** So many intercept slots. */
export const intercepts = (top: number): Slot[] => many(top, () => 'intercept');
/** Row m is 1 in category m + 1. */
export const units = (top: number): number[][] => many(top, (m) => many(top + 1, (k) => (k === m + 1 ? 1 : 0)));
/** Rows of 0. */
export const nothing = (rows: number, top: number): number[][] => many(rows, () => many(top + 1, () => 0));
/** 0, 1, ..., top. */
export const points = (top: number): number[] => many(top + 1, (k) => k);
/** Steps from intercepts: what each adds, with its sign turned. */
export const steps = (of: readonly number[], a = 1): number[] => many(of.length - 1, (k) => (of[k]! - of[k + 1]!) / a);
/** Intercepts from steps. */
export const sums = (b: readonly number[], a = 1): number[] => {
  let sum = 0;
  return [0, ...b.map((value) => (sum -= a * value))];
};
