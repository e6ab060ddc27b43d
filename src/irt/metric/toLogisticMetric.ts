import { checkAbove } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { orderedModels } from './flatItem.ts';
import { moveItem } from './moveItem.ts';

/**
 * Items from the normal-ogive metric, P = logistic(D a (theta - b)), to the logistic metric of this package, D = 1: a' = D a, b as it is.
 *
 * D = 1.7 keeps the logistic curve within 0.01 of the normal ogive (Haley 1952; Birnbaum 1968); theta is not touched. A rasch item on
 * that metric has slope D here, so it becomes 2pl; pcm and rating items become gpcm.
 *
 * @param items items whose discriminations are on the metric of D
 * @param D the constant, above 0; 1.7 when absent, 1.702 in some programs
 * @returns fresh items of the logistic metric
 * @throws RangeError for impossible items, D not above 0, nominal items (their intercepts would be on the metric too)
 * @example
 * import { toLogisticMetric } from 'tutelage/irt/analysis';
 *
 * toLogisticMetric([{ id: 'q1', model: '3pl', a: 1, b: 0.5, c: 0.2 }])[0]; // => { id: 'q1', model: '3pl', a: 1.7, b: 0.5, c: 0.2 }
 */
export function toLogisticMetric(items: readonly Item[], D = 1.7): Item[] {
  return scaled('toLogisticMetric', items, D, D);
}

/**
 * Items from the logistic metric of this package to the normal-ogive metric, P = logistic(D a (theta - b)): a' = a / D.
 *
 * The result is for other programs: here every function takes discriminations as of D = 1.
 *
 * @param items calibrated items
 * @param D the constant, above 0; 1.7 when absent
 * @returns fresh items whose discriminations are on the metric of D; rasch as 2pl, pcm and rating as gpcm
 * @throws RangeError for impossible items, D not above 0, nominal items
 * @example
 * import { toNormalMetric } from 'tutelage/irt/analysis';
 *
 * toNormalMetric([{ id: 'q1', model: '2pl', a: 1.7, b: 0.5 }]); // => [{ id: 'q1', model: '2pl', a: 1, b: 0.5 }]
 */
export function toNormalMetric(items: readonly Item[], D = 1.7): Item[] {
  return scaled('toNormalMetric', items, D, 1 / D);
}

function scaled(where: string, items: readonly Item[], D: number, factor: number): Item[] {
  orderedModels(where, items);
  checkAbove(where, 'D', D, 0);
  return items.map((item) => moveItem(item, factor, 1, 0));
}
