import type { Answer, Item } from '../item.ts';
import { allModels } from '../models/all.ts';
import type { ResponseModel } from '../responseModel.ts';
import type { AbilityEstimate, AbilityMethod } from './abilityMethod.ts';
import { answeredItems } from './answeredItems.ts';
import { eap } from './eap.ts';

/** Options of {@link estimateAbility}. */
export interface AbilityOptions {
  /** The method; {@link eap} with a standard normal population when absent. */
  readonly by?: AbilityMethod;
}

/**
 * Estimates one person's ability from answers to calibrated items.
 *
 * @param items the items, each id once
 * @param answers one answer per item in the same order; null for items not administered
 * @param options the method
 * @returns theta and its standard error in logits, never NaN; status `empty` when nothing was answered
 * @throws RangeError for impossible item parameters, an item listed twice, an answer outside the item's categories, or
 * answers that are not as many as the items
 * @example
 * import { estimateAbility } from 'tutelage/irt';
 *
 * const items = [
 *   { id: 'q1', model: '2pl', a: 1.2, b: -0.5 },
 *   { id: 'q2', model: '2pl', a: 0.8, b: 0.7 },
 * ] as const;
 * estimateAbility(items, [1, null]).theta; // => 0.36
 * estimateAbility(items, [null, null]).status; // => 'empty'
 */
export function estimateAbility(
  items: readonly Item[],
  answers: readonly Answer[],
  options: AbilityOptions = {},
): AbilityEstimate {
  return estimateAbilityWith(allModels, items, answers, options);
}

/**
 * The same as {@link estimateAbility} for items of the given models only, so that a bundle holds no other.
 *
 * @param models the models the items may have
 * @example
 * import { eap, estimateAbilityWith, twoPl } from 'tutelage/irt';
 *
 * const items = [{ id: 'q1', model: '2pl', a: 1, b: 0 }] as const;
 * estimateAbilityWith([twoPl], items, [1], { by: eap() }).theta; // => 0.41
 */
export function estimateAbilityWith(
  models: readonly ResponseModel[],
  items: readonly Item[],
  answers: readonly Answer[],
  options: AbilityOptions = {},
): AbilityEstimate {
  return (options.by ?? eap()).estimate(answeredItems('estimateAbility', models, items, answers));
}
