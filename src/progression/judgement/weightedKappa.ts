import { check, checkList, checkOneEach, checkWhole } from '../../math/check.ts';

/** What a disagreement by d categories of k counts: 'none' 1, 'linear' d / (k - 1), 'quadratic' its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/**
 * Agreement of two raters beyond chance, with disagreements weighed by how far apart they are.
 *
 * kappa = 1 - sum of w_ij o_ij / sum of w_ij e_ij, with o the observed shares and e those of independent raters with the same marginals (Cohen 1968,
 * Psychological Bulletin 70, 213-220). The quadratic one is about the intraclass correlation (Fleiss & Cohen 1973).
 *
 * @param first ratings of one rater, whole numbers from 0
 * @param second ratings of the other, of the same work in the same order
 * @param options number of categories (the highest rating + 1 when absent) and weights (quadratic when absent)
 * @returns from below 0 (worse than chance) to 1; null when both raters gave one and the same category only: nothing to disagree about
 * @throws RangeError for lists of different length, none, or ratings that are no categories
 * @example
 * import { weightedKappa } from 'tutelage/progression/analysis';
 *
 * weightedKappa([0, 1, 2, 2, 1], [0, 1, 2, 1, 1], { weights: 'none' }); // => 0.6875
 * weightedKappa([0, 1, 2, 2, 1], [0, 1, 2, 1, 1]); // => 0.8
 */
export function weightedKappa(
  first: readonly number[],
  second: readonly number[],
  options: { readonly categories?: number; readonly weights?: KappaWeights } = {},
): number | null {
  const where = 'weightedKappa';
  for (const [name, ratings] of Object.entries({ first, second })) checkList(where, name, ratings);
  checkOneEach(where, 'second ratings', second.length, 'first ones', first.length);
  if (first.length === 0) throw new RangeError(`${where}: there is no rating`);
  const { weights = 'quadratic', categories = Math.max(...first, ...second) + 1 } = options;
  check(
    ['none', 'linear', 'quadratic'].includes(weights),
    where,
    'weights',
    weights,
    "'none', 'linear' or 'quadratic'",
  );
  for (const rating of [...first, ...second]) checkWhole(where, 'every rating', rating, 0, categories - 1);
  const weight = (i: number, j: number): number => {
    if (weights === 'none') return i === j ? 0 : 1;
    return weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2;
  };
  const n = first.length;
  const observed = first.reduce((sum, rating, k) => sum + weight(rating, second[k]!), 0) / n;
  let expected = 0;
  for (const one of countsOf(first))
    for (const other of countsOf(second)) expected += (weight(one[0], other[0]) * one[1] * other[1]) / (n * n);
  return expected === 0 ? null : 1 - observed / expected;
}

function countsOf(ratings: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}
