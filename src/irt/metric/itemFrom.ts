import type { Item } from '../item.ts';
import { modelOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';

/** What an item may have, of which each model takes its own. */
interface Parts {
  readonly a: number;
  /** Difficulty of a curve. */
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly steps: readonly number[];
  readonly slopes: readonly number[];
  readonly intercepts: readonly number[];
}

/** The item of a model from its parts, checked; throws for impossible ones. A rating item has none of these parts. */
export function itemFrom(where: string, id: string, model: Item['model'], parts: Partial<Parts>): Item {
  const { a, b, c, d, steps, slopes, intercepts } = parts;
  const own = {
    rasch: { b },
    '2pl': { a, b },
    '3pl': { a, b, c },
    '4pl': { a, b, c, d },
    graded: { a, b: steps },
    gpcm: { a, b: steps },
    pcm: { b: steps },
    nominal: { a: slopes, c: intercepts },
    rating: {},
  };
  const item = { id, model, ...own[model] } as Item;
  modelOf(where, allModels, item);
  return item;
}
