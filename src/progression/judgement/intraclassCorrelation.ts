import { checkAbove, checkList, checkOneEach } from '../../math/check.ts';

/** Agreement of raters about the same works: of single ratings, and of the mean of all raters. */
export interface IntraclassCorrelation {
  /** Works rated by different raters each: ICC(1,1), and of means ICC(1,k). */
  readonly oneWay: number;
  readonly oneWayMean: number;
  /** The same raters for all, who stand for others: absolute agreement, ICC(2,1) and ICC(2,k). */
  readonly agreement: number;
  readonly agreementMean: number;
  /** The same raters, and only these: consistency, ICC(3,1) and ICC(3,k). */
  readonly consistency: number;
  readonly consistencyMean: number;
  readonly works: number;
  readonly raters: number;
}

/**
 * Intraclass correlations of raters who rated the same works: how far one rating, or their mean, can be trusted.
 *
 * From the mean squares of a two-way analysis of variance (Shrout & Fleiss 1979, Psychological Bulletin 86, 420-428).
 *
 * @param ratings one row per work, one rating per rater
 * @returns all six; null when nothing varies, so that there is nothing to agree about
 * @throws RangeError for fewer than 2 works or raters, rows of different length, or ratings that are not finite
 * @remarks Below 0 means worse than chance. Ratings must be complete. With few works the uncertainty is large.
 * @example
 * import { intraclassCorrelation } from 'tutelage/progression/analysis';
 *
 * const ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]; // Shrout & Fleiss, table 2
 * const { oneWay, agreement, consistency } = intraclassCorrelation(ratings)!;
 * [oneWay, agreement, consistency]; // => [0.17, 0.29, 0.71]
 */
export function intraclassCorrelation(ratings: readonly (readonly number[])[]): IntraclassCorrelation | null {
  const where = 'intraclassCorrelation';
  checkList(where, 'ratings', ratings);
  const n = ratings.length;
  const k = ratings[0]?.length ?? 0;
  if (n < 2 || k < 2) throw new RangeError(`${where}: needs at least 2 works and 2 raters, got ${n} and ${k}`);
  for (const [i, row] of ratings.entries()) {
    checkOneEach(where, `ratings of work ${i}`, row.length, 'raters', k);
    for (const rating of row) checkAbove(where, `every rating of work ${i}`, rating, -Infinity);
  }
  const all = ratings.flat();
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const squares = (values: readonly number[]) => values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const rows = ratings.map((row) => row.reduce((sum, x) => sum + x, 0) / k);
  const columns = ratings[0]!.map((_, j) => ratings.reduce((sum, row) => sum + row[j]!, 0) / n);
  const [total, between, raters] = [squares(all), k * squares(rows), n * squares(columns)];
  if (total === 0) return null;
  const BMS = between / (n - 1);
  const WMS = (total - between) / (n * (k - 1));
  const JMS = raters / (k - 1);
  const EMS = Math.max(0, total - between - raters) / ((n - 1) * (k - 1));
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    oneWay: share(BMS - WMS, BMS + (k - 1) * WMS),
    oneWayMean: share(BMS - WMS, BMS),
    agreement: share(BMS - EMS, BMS + (k - 1) * EMS + (k * (JMS - EMS)) / n),
    agreementMean: share(BMS - EMS, BMS + (JMS - EMS) / n),
    consistency: share(BMS - EMS, BMS + (k - 1) * EMS),
    consistencyMean: share(BMS - EMS, BMS),
    works: n,
    raters: k,
  };
}
