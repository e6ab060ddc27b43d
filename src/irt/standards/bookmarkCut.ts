import { check, checkList, checkWhole } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { orderedModels } from '../metric/flatItem.ts';
import { rootOf } from './rootOf.ts';
import { type JudgeSpread, spreadOf } from './spreadOf.ts';

/** A page of the ordered item booklet: a score on an item, and the ability that reaches it with the response probability. */
export interface BookletPage {
  readonly id: string;
  /** The score reached, 1 for a right answer. */
  readonly score: number;
  readonly theta: number;
}

/** Options of {@link bookmarkCut}. */
export interface BookmarkOptions {
  /** Response probability, above 0 and below 1: how probably a learner masters a page to be said to master it; 0.67 when absent. */
  readonly rp?: number;
}

/** A cut from bookmarks. */
export interface BookmarkCut {
  /** Median of the judges' cuts, in logits; null when no judge's bookmark is behind a page. */
  readonly theta: number | null;
  /** Spread of the judges' cuts; null when there is none. The standard error is that of the mean. */
  readonly spread: JudgeSpread | null;
  /** Each judge's cut: the ability of the last page before the bookmark; null where the bookmark is before the first. */
  readonly judges: readonly (number | null)[];
  /** The pages, the easiest first. */
  readonly booklet: readonly BookletPage[];
  /** Pages left out since no ability reaches them with this probability, or every ability does (asymptotes). */
  readonly unplaced: readonly { readonly id: string; readonly score: number }[];
}

/**
 * Sets a cut by the bookmark method: judges go through the items in order of difficulty and put a bookmark behind the last one that a barely
 * proficient learner masters.
 *
 * A page is a score k on an item, its place the theta at which P(answer >= k) is the response probability. A judge's cut is the place of the
 * last page before the bookmark, the panel's the median (both as usual; some use other rules). Mitzel, Lewis, Patz & Green (2001), in Cizek, Setting
 * performance standards.
 *
 * @param items calibrated items with ordered categories
 * @param bookmarks for each judge the number of pages before the bookmark, from 0 to all; call with [] to get the booklet first
 * @param options the response probability
 * @returns the cut, each judge's own, and the booklet
 * @throws RangeError for impossible or nominal items, an rp outside (0, 1), a bookmark outside the booklet
 * @remarks The response probability counts guessing as mastery. Judges whose bookmark is before the first page are not in the median.
 * @example
 * import { bookmarkCut } from 'tutelage/irt/analysis';
 *
 * const items = [1, -1, 0].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const { booklet, theta } = bookmarkCut(items, [1, 2, 2], { rp: 0.67 });
 * booklet.map(({ id }) => id); // => ['q-1', 'q0', 'q1']
 * theta; // => 0.708
 */
export function bookmarkCut(
  items: readonly Item[],
  bookmarks: readonly number[],
  options: BookmarkOptions = {},
): BookmarkCut {
  const where = 'bookmarkCut';
  const { rp = 0.67 } = options;
  const models = orderedModels(where, items);
  check(rp > 0 && rp < 1, where, 'rp', rp, 'above 0 and below 1');
  checkList(where, 'bookmarks', bookmarks);
  const pages = items.flatMap((item, j) => {
    const model = models[j]!;
    const top = model.categories(item) - 1;
    const reached = (theta: number, score: number): number => {
      let sum = 0;
      for (let k = score; k <= top; k++) sum += Math.exp(model.logProbability(item, theta, k));
      return sum;
    };
    return Array.from({ length: top }, (_, k) => {
      const score = k + 1;
      return { id: item.id, score, theta: rootOf((theta) => reached(theta, score), rp) };
    });
  });
  const booklet = pages
    .filter((page): page is BookletPage => page.theta !== null)
    .sort((left, right) => left.theta - right.theta);
  const judges = bookmarks.map((bookmark, judge) => {
    checkWhole(where, `bookmarks[${judge}]`, bookmark, 0, booklet.length);
    return booklet[bookmark - 1]?.theta ?? null;
  });
  const placed = judges.filter((theta) => theta !== null);
  const spread = placed.length > 0 ? spreadOf(placed) : null;
  return {
    theta: spread?.median ?? null,
    spread,
    judges,
    booklet,
    unplaced: pages.filter(({ theta }) => theta === null).map(({ id, score }) => ({ id, score })),
  };
}
