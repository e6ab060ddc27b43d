import { check } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { fourPl } from '../models/fourPl.ts';
import { graded } from '../models/graded.ts';
import { pcm } from '../models/pcm.ts';
import type { ResponseModel } from '../responseModel.ts';

/**
 * An item that depends on several abilities through z = a[0] theta[0] + a[1] theta[1] + ... In slope-intercept form as mirt prints it (a1, a2, ...,
 * d), D = 1.
 */
export type MultidimensionalItem = {
  readonly id: string;
  /** Slope on each dimension; 0 where the item does not depend on it. */
  readonly a: readonly number[];
} & (
  | {
      /** P(right) = c + (upper - c) logistic(z + d). */
      readonly model: 'logistic';
      /** Intercept: easiness, in logits. */
      readonly d: number;
      /** Lower asymptote, mirt's g; 0 when absent. */
      readonly c?: number;
      /** Upper asymptote, mirt's u; 1 when absent. */
      readonly upper?: number;
    }
  | {
      /** `graded`: P(answer >= k) = logistic(z + d[k - 1]). `gpcm`: P(k) is proportional to exp(k z + d[k - 1]), and 1 for k = 0. */
      readonly model: 'graded' | 'gpcm';
      /** Intercepts of categories 1 on; for `graded` descending. */
      readonly d: readonly number[];
    }
);

/** The models of items as functions of z. */
export const compositeModels = [fourPl, graded, pcm] as readonly ResponseModel[];

/** The item as a function of z alone: an item of one dimension with slope 1, b standing for -d. */
export function compositeItem(where: string, item: MultidimensionalItem, dimensions: number): Item {
  const { id, model, a } = item;
  const isFine = Array.isArray(a) && a.length === dimensions && a.every((slope) => Math.abs(slope) <= 1000);
  check(isFine, where, `a of item "${id}"`, a, `${dimensions} numbers from -1000 to 1000`);
  const { d } = item;
  const isList = model !== 'logistic';
  check(Array.isArray(d) === isList, where, `d of item "${id}"`, d, isList ? 'a list' : 'a number');
  if (model === 'logistic') return { id, model: '4pl', a: 1, b: -item.d, c: item.c ?? 0, d: item.upper ?? 1 };
  if (model === 'graded') return { id, model, a: 1, b: item.d.map((value) => -value) };
  check(model === 'gpcm', where, `model of item "${id}"`, model, "'logistic', 'graded' or 'gpcm'");
  return { id, model: 'pcm', b: item.d.map((value, k) => (item.d[k - 1] ?? 0) - value) };
}
