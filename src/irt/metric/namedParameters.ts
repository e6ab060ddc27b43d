import { check } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { modelOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { flatItem, isCurve, type OrderedItem } from './flatItem.ts';
import { itemFrom } from './itemFrom.ts';

/** An item of two categories with its parameters in words, as jsCAT has them. Logistic metric, D = 1. */
export interface NamedParameters {
  readonly id: string;
  /** a; 1 when absent. */
  readonly discrimination?: number;
  /** b, in logits. */
  readonly difficulty: number;
  /** c, the lower asymptote; 0 when absent. */
  readonly guessing?: number;
  /** d, the upper asymptote, not a slip rate: 1 when nobody able slips, and when absent. */
  readonly slipping?: number;
}

/**
 * An item from parameters in words, as the smallest model that has the same curve.
 *
 * `slipping` is the upper asymptote, as in jsCAT: for a slip rate s give 1 - s.
 *
 * @param parameters discrimination, difficulty, guessing and slipping
 * @returns a 4pl item when slipping is below 1; 3pl when guessing is above 0; 2pl when discrimination is not 1; rasch
 * @throws RangeError for impossible parameters, such as a slipping of 0.05, which is hardly an upper asymptote above guessing
 * @example
 * import { fromNamedParameters } from 'tutelage/irt/analysis';
 *
 * const parameters = { id: 'q1', discrimination: 1.2, difficulty: 0.5, guessing: 0, slipping: 1 };
 * fromNamedParameters(parameters); // => { id: 'q1', model: '2pl', a: 1.2, b: 0.5 }
 */
export function fromNamedParameters(parameters: NamedParameters): Item {
  const { id, discrimination: a = 1, difficulty: b, guessing: c = 0, slipping: d = 1 } = parameters;
  const model = d !== 1 ? '4pl' : c !== 0 ? '3pl' : a !== 1 ? '2pl' : 'rasch';
  return itemFrom('fromNamedParameters', id, model, { a, b, c, d });
}

/**
 * The parameters of an item in words; the inverse of {@link fromNamedParameters}.
 *
 * @param item an item of two categories: rasch, 2pl, 3pl or 4pl
 * @returns all four parameters; `slipping` is the upper asymptote
 * @throws TypeError for other models, RangeError for impossible parameters
 * @example
 * import { toNamedParameters } from 'tutelage/irt/analysis';
 *
 * const item = { id: 'q1', model: 'rasch', b: 0.5 } as const;
 * toNamedParameters(item); // => { id: 'q1', discrimination: 1, difficulty: 0.5, guessing: 0, slipping: 1 }
 */
export function toNamedParameters(item: Item): Required<NamedParameters> {
  const where = 'toNamedParameters';
  modelOf(where, allModels, item);
  check(isCurve(item), where, 'model', item.model, 'rasch, 2pl, 3pl or 4pl');
  const { a, b, c, d } = flatItem(item as OrderedItem);
  return { id: item.id, discrimination: a, difficulty: b[0]!, guessing: c, slipping: d };
}
