import { check, checkList, checkWhole } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { orderedModels } from '../metric/flatItem.ts';
import { rootOf } from './rootOf.ts';
import { type JudgeSpread, spreadOf } from './spreadOf.ts';
import { testCurve } from './testCurve.ts';

/** A cut from judges' expected scores. */
export interface AngoffCut {
  /** Ability at which the expected score on the items is the judges' mean; null when no ability has it. */
  readonly theta: number | null;
  /** Its standard error from the spread between judges (delta method); null with one judge or without theta. */
  readonly se: number | null;
  /** `beyond`: the mean is not between the lowest and highest expected score (guessing sets the lowest). */
  readonly status: 'ok' | 'beyond';
  /** The cut as a sum of scores, and how the judges spread around it. */
  readonly score: JudgeSpread;
  /** What each judge says alone. */
  readonly judges: readonly { readonly score: number; readonly theta: number | null }[];
}

/**
 * Sets a cut by the modified Angoff method: judges say, item by item, what score a barely proficient learner can expect.
 *
 * A judge's cut score is the sum over items; the panel's is the mean of the judges. theta solves sum_j E(score_j | theta) = cut score, and
 * its standard error is that of the mean divided by the slope of this curve. Angoff, W. H. (1971), in Thorndike, Educational measurement;
 * Kane, M. T. (1987). Journal of Educational Measurement 24, 333-345, for the way to theta.
 *
 * @param items calibrated items with ordered categories
 * @param ratings one row per judge, one expected score per item: from 0 to its highest category, a probability for two categories
 * @returns cut on both scales, each judge's own cut, and the spread between judges
 * @throws RangeError for impossible or nominal items, no judge, rows of another length, a rating outside its item's scores
 * @remarks The standard error holds for judges drawn from many such; that items are sampled too is not in it.
 * @example
 * import { angoffCut } from 'tutelage/irt/analysis';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const { theta, se, score } = angoffCut(items, [[0.8, 0.6, 0.4], [0.7, 0.5, 0.3]]);
 * [theta, se]; // => [0.234, 0.235]
 * score.mean; // => 1.65
 */
export function angoffCut(items: readonly Item[], ratings: readonly (readonly number[])[]): AngoffCut {
  const where = 'angoffCut';
  const models = orderedModels(where, items);
  checkList(where, 'ratings', ratings);
  checkWhole(where, 'ratings.length', ratings.length, 1);
  const sums = ratings.map((row, judge) => {
    check(row.length === items.length, where, `ratings[${judge}].length`, row.length, `${items.length}, one per item`);
    return row.reduce((sum, rating, j) => {
      const top = models[j]!.categories(items[j]!) - 1;
      check(rating >= 0 && rating <= top, where, `ratings[${judge}][${j}]`, rating, `a score from 0 to ${top}`);
      return sum + rating;
    }, 0);
  });
  const thetaOf = (score: number) => rootOf((theta) => testCurve(models, items, theta)[0], score);
  const score = spreadOf(sums);
  const theta = thetaOf(score.mean);
  return {
    theta,
    se: theta === null || score.se === null ? null : score.se / testCurve(models, items, theta)[1],
    status: theta === null ? 'beyond' : 'ok',
    score,
    judges: sums.map((sum) => ({ score: sum, theta: thetaOf(sum) })),
  };
}
