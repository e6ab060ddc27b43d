import type { Item } from '../item.ts';
import { modelOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { flatItem, isCurve } from './flatItem.ts';
import { itemFrom } from './itemFrom.ts';

/**
 * Parameters in the slope-intercept metric under the names R's mirt prints, D = 1: `a1`, `d`, `g`, `u` for two categories; `a1`, `d1`, `d2`, ...
 * for graded items; `a1`, `ak0`, `ak1`, ..., `d0`, `d1`, ... for partial credit and nominal ones.
 */
export type SlopeIntercept = Readonly<Record<string, number>>;

/**
 * An item from slope-intercept parameters: one row of mirt's `coef(fit, simplify = TRUE)$items`.
 *
 * P = g + (u - g) logistic(a1 theta + d) gives b = -d / a1; graded P(answer >= k) = logistic(a1 theta + d_k) gives b_k = -d_k / a1; partial
 * credit P(k) ~ exp(k a1 theta + d_k) gives the steps b_k = -(d_k - d_(k-1)) / a1; nominal P(k) ~ exp(ak_k a1 theta + d_k). Chalmers, R. P.
 * (2012). Journal of Statistical Software 48(6), and the itemtypes of mirt.
 *
 * @param id the item's id
 * @param model the item's model; mirt's '1PL', with equal slopes and variance 1, is `2pl` here
 * @param row the parameters; `g` is 0, `u` 1, `d0` 0 and `ak` 0, 1, 2, ... when absent
 * @returns the item in the metric of this package, a and b
 * @throws RangeError for parameters the model has no place for (a second slope, g of a 2pl item, a1 other than 1 of a rasch item), for
 * impossible ones, and for 'rating', which mirt prints in another way: give it as 'pcm'. A partial credit item with a negative slope can be given as 'nominal'
 * @example
 * import { fromSlopeIntercept } from 'tutelage/irt/analysis';
 *
 * fromSlopeIntercept('q1', '2pl', { a1: 2, d: 1, g: 0, u: 1 }); // => { id: 'q1', model: '2pl', a: 2, b: -0.5 }
 * fromSlopeIntercept('q2', 'gpcm', { a1: 2, d1: 1, d2: 3 }); // => { id: 'q2', model: 'gpcm', a: 2, b: [-0.5, -1] }
 */
export function fromSlopeIntercept(id: string, model: Item['model'], row: SlopeIntercept): Item {
  const where = 'fromSlopeIntercept';
  const { a1: a = Number.NaN, d = 0, g, u } = { g: 0, u: 1, ...row };
  const intercepts = listed(row, 'd');
  const ak = listed(row, 'ak');
  const item = itemFrom(where, id, model, {
    a,
    b: 0 - d / a,
    c: g,
    d: u,
    steps: intercepts.slice(1).map((value, k) => 0 - (model === 'graded' ? value : value - intercepts[k]!) / a),
    slopes: intercepts.map((_, k) => a * (ak.length > 1 ? ak[k]! : k)),
    intercepts,
  });
  const back = toSlopeIntercept(item);
  for (const [name, value] of Object.entries(row)) {
    if (Math.abs(back[name]! - value) <= 1e-9 * (1 + Math.abs(value))) continue;
    throw new RangeError(`${where}: item "${id}": ${name} = ${value} has no place in a ${model} item`);
  }
  return item;
}

/** `prefix0` (0 when absent), `prefix1`, ... as far as they go. */
function listed(row: SlopeIntercept, prefix: string): number[] {
  const values = [row[`${prefix}0`] ?? 0];
  for (let k = 1; row[prefix + k] !== undefined; k++) values.push(row[prefix + k]!);
  return values;
}

/**
 * The slope-intercept parameters of an item, under mirt's names; the inverse of {@link fromSlopeIntercept}.
 *
 * Rating items come out as the partial credit items they are. Nominal ones are put into mirt's standard form, ak0 = 0, the last ak the number
 * of categories less 1, and d0 = 0; where the last slope equals the first, that form does not exist, and a1 is 1.
 *
 * @param item a calibrated item
 * @returns fresh parameters by name
 * @throws RangeError for impossible item parameters
 * @example
 * import { toSlopeIntercept } from 'tutelage/irt/analysis';
 *
 * toSlopeIntercept({ id: 'q1', model: '3pl', a: 2, b: 0.5, c: 0.2 }); // => { a1: 2, d: -1, g: 0.2, u: 1 }
 * toSlopeIntercept({ id: 'q2', model: 'graded', a: 2, b: [-1, 0.5] }); // => { a1: 2, d1: 2, d2: -1 }
 */
export function toSlopeIntercept(item: Item): SlopeIntercept {
  modelOf('toSlopeIntercept', allModels, item);
  if (item.model === 'nominal') {
    const { a, c } = item;
    const a1 = (a.at(-1)! - a[0]!) / (a.length - 1) || 1;
    return {
      a1,
      ...named(
        'ak',
        a.map((slope) => (slope - a[0]!) / a1),
      ),
      ...named(
        'd',
        c.map((value) => value - c[0]!),
      ),
    };
  }
  const { a, b, c, d } = flatItem(item);
  const steps = b.map((step) => 0 - a * step);
  if (item.model === 'graded') return { a1: a, ...named('d', steps, 1) };
  if (isCurve(item)) return { a1: a, d: steps[0]!, g: c, u: d };
  const sums = [0];
  for (const step of steps) sums.push(sums.at(-1)! + step);
  return { a1: a, ...named('ak', [...sums.keys()]), ...named('d', sums) };
}

const named = (prefix: string, values: readonly number[], first = 0): Record<string, number> =>
  Object.fromEntries(values.map((value, k) => [prefix + (k + first), value]));
