import { check } from '../../math/check.ts';
import { checkStrategy } from '../../math/checkStrategy.ts';
import { normalGrid } from '../../math/normalGrid.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { type ItemDrift, itemDrift } from './itemDrift.ts';
import type { CommonItem, FoundLink, LinkingMethod } from './linkingMethod.ts';
import { stockingLord } from './stockingLord.ts';
import type { LinearScale } from './transformItems.ts';

/** When a common item counts as drifted, and what happens then. */
export interface DriftOptions {
  /** Robust z beyond which an item stands out, above 0; 1.96 when absent. */
  readonly z?: number;
  /** Root mean squared difference of its curves, as a probability, beyond which that matters; 0.05 when absent. */
  readonly rmsd?: number;
  /** Greatest share of the common items that may be removed, 0 to 1, the worst first and linking anew each time; 0 when absent. */
  readonly remove?: number;
}

/** Options of {@link linkScales}. */
export interface LinkOptions {
  /** The method; {@link stockingLord} when absent. */
  readonly by?: LinkingMethod;
  readonly drift?: DriftOptions;
}

/** The link of two scales: theta_old = slope theta_new + intercept. */
export interface ScaleLink extends LinearScale {
  /** `empty`: no common item, so the scales are left as they are. `noSpread`: equal difficulties, slope left at 1. */
  readonly status: FoundLink['status'] | 'empty';
  /** The method's name. */
  readonly method: string;
  /** Every common item in the order of the old items. */
  readonly items: readonly ItemDrift[];
  /** Drifted items that were removed, in that order. */
  readonly removed: readonly string[];
  /** Items on both lists that cannot be compared, as graded with gpcm or of unequal categories. */
  readonly incomparable: readonly string[];
}

/**
 * Links two calibrations through their common items: theta_old = slope theta_new + intercept.
 *
 * Common items have the same id on both lists. Where all of them are rasch, pcm or rating items, the slope is held at 1: their unit is set
 * by the model. An item drifts when a robust z (Huynh, H. & Meyer, P. (2010), Practical Assessment, Research & Evaluation 15(2)) and
 * the difference of its curves are beyond the limits (that both are asked for is our choice); where z cannot be had, the curves decide.
 *
 * @param oldItems items on the scale to keep
 * @param newItems items on the scale to bring there, by `transformItems(newItems, link)`
 * @param options method and drift
 * @returns slope, intercept and every common item's drift; a `status` where they could not be found, never NaN
 * @throws RangeError for impossible items, an item twice on one list, limits out of range; from some methods for nominal items
 * @remarks Deterministic. The curve methods take O(common items x categories x nodes) per step, and some ten steps.
 * @example
 * import { linkScales, transformItems } from 'tutelage/irt/analysis';
 *
 * const lastYear = [-1, 0, 1].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 1, b }) as const);
 * const thisYear = lastYear.map((item) => ({ ...item, b: item.b - 0.5 }));
 * const link = linkScales(lastYear, thisYear);
 * [link.slope, link.intercept, link.status]; // => [1.0, 0.5, 'ok']
 * transformItems([{ id: 'new', model: '2pl', a: 1, b: 0 }], link); // => [{ id: 'new', model: '2pl', a: 1.0, b: 0.5 }]
 */
export function linkScales(oldItems: readonly Item[], newItems: readonly Item[], options: LinkOptions = {}): ScaleLink {
  const where = 'linkScales';
  const { by = stockingLord(), drift = {} } = options;
  const { z = 1.96, rmsd = 0.05, remove = 0 } = drift;
  checkStrategy(where, 'by', by, 'link', 'stockingLord()');
  check(z >= 0 && rmsd >= 0 && remove >= 0, where, 'drift', JSON.stringify(drift), 'of numbers of at least 0');
  const oldModels = modelsOf(where, allModels, oldItems);
  const newModels = modelsOf(where, allModels, newItems);
  const places = new Map(newItems.map(({ id }, place) => [id, place]));
  const both = oldItems.flatMap((oldItem, j): CommonItem[] => {
    const place = places.get(oldItem.id);
    if (place === undefined) return [];
    return [{ oldItem, newItem: newItems[place]!, oldModel: oldModels[j]!, newModel: newModels[place]! }];
  });
  const common = both.filter(isComparable);
  const shiftOnly = common.every(({ oldItem, newItem }) => !('a' in oldItem || 'a' in newItem));
  const grid = normalGrid(61, 6);
  const removed: string[] = [];
  for (;;) {
    const used = common.filter(({ oldItem }) => !removed.includes(oldItem.id));
    const link = used.length > 0 ? by.link(used, shiftOnly) : ({ slope: 1, intercept: 0, status: 'empty' } as const);
    const items = itemDrift(common, link, grid).map((item) => {
      const { difficultyZ, slopeZ, d2 } = item;
      const beyond = Math.max(Math.abs(difficultyZ ?? Infinity), Math.abs(slopeZ ?? 0));
      return { ...item, drifts: beyond > z && Math.sqrt(d2) > rmsd };
    });
    const [worst] = items
      .filter(({ id, drifts }) => drifts && !removed.includes(id))
      .sort((left, right) => right.d2 - left.d2);
    if (!worst || removed.length + 1 > remove * common.length || used.length === 1) {
      const incomparable = both.filter((pair) => !isComparable(pair)).map(({ oldItem }) => oldItem.id);
      return { ...link, method: by.name, items, removed, incomparable };
    }
    removed.push(worst.id);
  }
}

/** Whether the parameters mean the same: as many categories, and both or neither graded, nominal. */
function isComparable({ oldItem, newItem, oldModel, newModel }: CommonItem): boolean {
  return (
    oldModel.categories(oldItem) === newModel.categories(newItem) &&
    ['graded', 'nominal'].every((model) => (oldItem.model === model) === (newItem.model === model))
  );
}
