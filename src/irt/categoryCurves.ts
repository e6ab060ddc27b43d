import type { Item } from './item.ts';
import type { ResponseModel } from './responseModel.ts';

/** The probability of each category of an item at each theta: one array per category. */
export function categoryCurves(model: ResponseModel, item: Item, theta: Float64Array): Float64Array[] {
  return Array.from({ length: model.categories(item) }, (_, k) =>
    theta.map((t) => Math.exp(model.logProbability(item, t, k))),
  );
}
