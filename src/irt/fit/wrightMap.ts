import { checkWhole } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { isKnown } from './visitAnswers.ts';

/** An item on a Wright map. */
export interface WrightItem {
  readonly id: string;
  /** Mean of its thresholds, in logits; null when it has none. */
  readonly location: number | null;
  /**
   * Where on the scale its answers change: the difficulty of an item answered right or wrong, the thresholds or steps of one with more
   * categories, the crossing of neighbouring categories of a nominal one (null where these have equal slopes).
   */
  readonly thresholds: readonly (number | null)[];
}

/** A row of a Wright map. */
export interface WrightBin {
  /** Its edges in logits: at or above the lower, below the upper one (the last row includes it). */
  readonly from: number;
  readonly to: number;
  /** Number of persons, and of thresholds, in it. */
  readonly persons: number;
  readonly thresholds: number;
}

/** Persons and items on one scale. */
export interface WrightMap {
  /** Rows of equal height from the lowest to the highest person or threshold; none without any. */
  readonly bins: readonly WrightBin[];
  /** The items from the easiest to the hardest. */
  readonly items: readonly WrightItem[];
  /** Persons on the map, and those without a theta within +-1000 logits. */
  readonly persons: { readonly used: number; readonly unused: number };
}

/**
 * A Wright map: how persons and item thresholds lie on one scale, as data for a plot.
 *
 * Wright, B. D. & Masters, G. N. (1982). Rating scale analysis, ch. 4.
 *
 * @param items calibrated items; thresholds are their parameters b, so that those of graded and of partial credit items mean
 * different things
 * @param theta abilities in logits
 * @param options number of rows, 1 to 1000, 20 when absent
 * @returns rows with counts, items with their thresholds
 * @throws RangeError for impossible parameters, a repeated item or an impossible number of rows
 * @example
 * import { wrightMap } from 'tutelage/irt/analysis';
 *
 * const items = [{ id: 'q1', model: 'rasch', b: -1 }, { id: 'q2', model: 'pcm', b: [0, 2] }] as const;
 * const { bins } = wrightMap(items, [-2, 0.5, 0.8, 1.5], { bins: 4 });
 * bins.map(({ from, persons, thresholds }) => [from, persons, thresholds]); // => [[-2, 1, 0], [-1, 0, 1], [0, 2, 1], [1, 1, 1]]
 */
export function wrightMap(
  items: readonly Item[],
  theta: ArrayLike<number>,
  options: { readonly bins?: number } = {},
): WrightMap {
  const where = 'wrightMap';
  const { bins: rows = 20 } = options;
  modelsOf(where, allModels, items);
  checkWhole(where, 'options.bins', rows, 1, 1000);
  const placed = items.map((item): WrightItem => {
    const thresholds = thresholdsOf(item);
    const there = thresholds.filter((at) => at !== null);
    return {
      id: item.id,
      location: there.length > 0 ? there.reduce((sum, at) => sum + at, 0) / there.length : null,
      thresholds,
    };
  });
  const known = Array.from(theta).filter(isKnown);
  const marks = placed.flatMap(({ thresholds }) => thresholds.filter((at) => at !== null));
  let [lower, upper] = [Infinity, -Infinity];
  for (const at of [...known, ...marks]) [lower, upper] = [Math.min(lower, at), Math.max(upper, at)];
  if (lower === upper) [lower, upper] = [lower - 0.5, upper + 0.5];
  const edge = (row: number) => lower + ((upper - lower) * row) / rows;
  const count = (all: readonly number[]) => {
    const counts = new Int32Array(rows);
    for (const at of all) counts[Math.min(rows - 1, Math.floor(((at - lower) / (upper - lower)) * rows))]!++;
    return counts;
  };
  const [persons, thresholds] = [count(known), count(marks)];
  const bins = Array.from({ length: lower < upper ? rows : 0 }, (_, row) => ({
    from: edge(row),
    to: edge(row + 1),
    persons: persons[row]!,
    thresholds: thresholds[row]!,
  }));
  return {
    bins,
    items: placed.sort((one, other) => (one.location ?? Infinity) - (other.location ?? Infinity)),
    persons: { used: known.length, unused: theta.length - known.length },
  };
}

function thresholdsOf(item: Item): (number | null)[] {
  if (item.model === 'nominal') {
    const { a, c } = item;
    return a.slice(1).map((slope, k) => (slope === a[k] ? null : (c[k]! - c[k + 1]!) / (slope - a[k]!)));
  }
  if (item.model === 'rating') return item.thresholds.map((step) => item.b + step);
  return [item.b].flat();
}
