import { checkAbove } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { moveItem } from '../metric/moveItem.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';

/** A change of scale: theta on the target scale is slope x theta on the items' own scale + intercept. */
export interface LinearScale {
  /** Above 0. */
  readonly slope: number;
  /** In logits of the target scale. */
  readonly intercept: number;
}

/**
 * Moves items to another scale of ability: theta' = slope theta + intercept leaves every probability as it is.
 *
 * a' = a / slope and b' = slope b + intercept; for nominal items a' = a / slope and c' = c - a' intercept. Kolen, M. J. & Brennan,
 * R. L. (2014). Test equating, scaling, and linking, ch. 6.
 *
 * @param items items on one scale
 * @param scale such as the result of {@link linkScales}, which takes new items to the old scale
 * @returns fresh items in the same order. With a slope other than 1 a rasch item becomes 2pl, and pcm and rating become gpcm: their own
 * models cannot say it
 * @throws RangeError for impossible items, a slope that is not above 0, an intercept that is not finite
 * @example
 * import { transformItems } from 'tutelage/irt/analysis';
 *
 * const items = [{ id: 'q1', model: '2pl', a: 1, b: 0.5 }] as const;
 * transformItems(items, { slope: 2, intercept: -1 }); // => [{ id: 'q1', model: '2pl', a: 0.5, b: 0 }]
 */
export function transformItems(items: readonly Item[], scale: LinearScale): Item[] {
  const { slope, intercept } = scale;
  modelsOf('transformItems', allModels, items);
  checkAbove('transformItems', 'slope', slope, 0);
  checkAbove('transformItems', 'intercept', intercept, -Infinity);
  return items.map((item) => moveItem(item, 1 / slope, slope, intercept));
}
