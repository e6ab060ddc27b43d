import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { Counts } from './expectedCounts.ts';
import { allForms } from './forms/all.ts';
import { layoutOf, slotsOf } from './layout.ts';
import { maximiseItems } from './maximiseItems.ts';
import type { Priors } from './priors/prior.ts';

/**
 * The maximisation step of a calibration: the items that make the counted answers likeliest.
 *
 * A Fisher-scoring step per item on sum over nodes and categories of count x log P(category | node), halved where it would lower
 * that sum; rating scale items of as many categories share their thresholds.
 *
 * @param counts from {@link expectedCounts}, of all persons
 * @param items the items the counts were made with
 * @param options `priors` on parameters; `steps` of scoring, 1 when absent; ids of items that stay `fixed`
 * @returns new items in the same order; items nobody answered stay as they are
 * @throws RangeError when the items are not those of the counts
 * @remarks Ability keeps the population of the counts: give {@link expectedCounts} the mean and sd that `counts.persons` shows when they
 * are to be estimated (partial credit, Rasch and rating scale items).
 * @example
 * import { expectedCounts, maximise, responseMatrix } from 'tutelage/irt';
 *
 * const items = [{ id: 'q1', model: 'rasch', b: 0 }] as const;
 * const [easier] = maximise(expectedCounts(responseMatrix([[1], [1], [0]], { items: ['q1'] }), items), items);
 * easier!.b < 0; // => true
 */
export function maximise<I extends Item>(
  counts: Counts,
  items: readonly I[],
  options: { readonly priors?: Priors; readonly steps?: number; readonly fixed?: readonly string[] } = {},
): I[] {
  modelsOf('maximise', allModels, items);
  if (items.length !== counts.itemIds.length || items.some(({ id }, j) => id !== counts.itemIds[j])) {
    throw new RangeError('maximise: items must be those of the counts, in the same order');
  }
  const fixed = new Set(options.fixed);
  const layout = layoutOf(
    items.map((item, j) => ({
      id: item.id,
      form: allForms.find(({ name }) => name === item.model)!,
      top: counts.answers[j]!.length / counts.theta.length - 1,
      isFixed: fixed.has(item.id) || counts.answers[j]!.every((count) => count === 0),
    })),
  );
  const all = new Float64Array(layout.size);
  for (const [j, { at, form }] of layout.places.entries()) {
    for (const [k, slot] of form.read(items[j]!).entries()) all[at[k]!] = slot;
  }
  const next = maximiseItems(layout, counts, all, options.priors ?? null, options.steps ?? 1);
  return layout.places.map((place, j) =>
    place.isFixed ? items[j]! : (place.form.write(place.id, slotsOf(place, next)) as I),
  );
}
