import type { Item, NominalItem } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { ResponseModel } from '../responseModel.ts';

/** An item whose categories have an order, so that they are scores and have difficulties. */
export type OrderedItem = Exclude<Item, NominalItem>;

/** Slope, difficulties (thresholds, steps) and asymptotes of an ordered item, whatever its model. Logistic metric. */
export interface FlatItem {
  readonly a: number;
  readonly b: readonly number[];
  readonly c: number;
  readonly d: number;
}

export function flatItem(item: OrderedItem): FlatItem {
  const {
    a = 1,
    b,
    c = 0,
    d = 1,
    thresholds = [0],
  } = item as Omit<Partial<FlatItem>, 'b'> & { b: number | number[]; thresholds?: number[] };
  return { a, b: typeof b === 'number' ? thresholds.map((threshold) => b + threshold) : b, c, d };
}

/** Throws for a nominal item. */
export function checkOrdered(where: string, item: Item): asserts item is OrderedItem {
  if (item.model !== 'nominal') return;
  throw new RangeError(`${where}: item "${item.id}" is nominal, its categories are no scores; leave it out`);
}

/** The models of all items, checked to be ordered. */
export function orderedModels(where: string, items: readonly Item[]): ResponseModel[] {
  const models = modelsOf(where, allModels, items);
  for (const item of items) checkOrdered(where, item);
  return models;
}

/** Whether an item is a single curve: rasch, 2pl, 3pl or 4pl. */
export function isCurve({ model }: Item): boolean {
  return model === 'rasch' || model.endsWith('pl');
}
