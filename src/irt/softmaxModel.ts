import type { Item } from './item.ts';
import type { ResponseModel } from './responseModel.ts';

/** What tells one divide-by-total model from another: P(k) is proportional to exp(slopes[k] theta + a constant). */
export interface SoftmaxForm<I extends Item> {
  readonly name: I['model'];
  complaint(item: I): string | null;
  /** The slope of each category. */
  slopes(item: I): readonly number[];
  /** The exponent of each category at theta, up to a constant they share. */
  exponents(item: I, theta: number): number[];
}

/** A response model from its category exponents; its score is slopes[k] - E(slope), its information Var(slope). */
export function softmaxModel<I extends Item>({ name, complaint, slopes, exponents }: SoftmaxForm<I>): ResponseModel<I> {
  const logProbability = (item: I, theta: number, answer: number): number => {
    const z = exponents(item, theta);
    const top = Math.max(...z);
    let total = 0;
    for (let k = 0; k < z.length; k++) total += Math.exp(z[k]! - top);
    return z[answer]! - top - Math.log(total);
  };
  /** Mean and variance of the slope over the categories. */
  const moments = (item: I, theta: number): [number, number] => {
    const z = exponents(item, theta);
    const a = slopes(item);
    const top = Math.max(...z);
    let total = 0;
    let mean = 0;
    for (let k = 0; k < z.length; k++) {
      z[k] = Math.exp(z[k]! - top);
      total += z[k]!;
      mean += z[k]! * a[k]!;
    }
    mean /= total;
    let variance = 0;
    for (let k = 0; k < z.length; k++) variance += (z[k]! / total) * (a[k]! - mean) ** 2;
    return [mean, variance];
  };
  return {
    name,
    categories: (item) => slopes(item).length,
    complaint,
    logProbability,
    score: (item, theta, answer) => slopes(item)[answer]! - moments(item, theta)[0],
    curvature: (item, theta) => -moments(item, theta)[1],
    slope: (item) => Math.max(...slopes(item)) - Math.min(...slopes(item)),
    information: (item, theta) => moments(item, theta)[1],
  };
}

/** Exponents of adjacent-category steps: their differences are a (theta - b[k]). */
export function stepExponents(a: number, b: readonly number[], theta: number, shift = 0): number[] {
  const z = [0];
  for (let k = 0; k < b.length; k++) z.push(z[k]! + a * (theta - shift - b[k]!));
  return z;
}

/** a times 0, 1, ..., steps. */
export const stepSlopes = (a: number, steps: number): number[] => Array.from({ length: steps + 1 }, (_, k) => a * k);
