import { checkMatrix, type ResponseMatrix } from '../responseMatrix.ts';

/** Classical statistics of an item; null where the answers leave them undefined. */
export interface ClassicalItem {
  readonly id: string;
  /** Number of answers. */
  readonly n: number;
  /** Mean answer; of items answered right or wrong the share of right answers (the "p-value"). */
  readonly mean: number | null;
  /** Mean answer over the highest category of the item, in [0, 1]. */
  readonly difficulty: number | null;
  /** Correlation of the answer with the sum of all answers, and with the sum of the others (corrected). */
  readonly itemTotal: number | null;
  readonly itemRest: number | null;
  /** Alpha of the test without the item. */
  readonly alphaWithout: number | null;
}

/** Classical statistics of a test. */
export interface ClassicalStatistics {
  readonly items: readonly ClassicalItem[];
  /** Cronbach's alpha; for right and wrong answers Kuder and Richardson's formula 20. */
  readonly alpha: number | null;
  /** Mean and standard deviation (n - 1) of the sum score, and its standard error of measurement, sd sqrt(1 - alpha). */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly sem: number | null;
  /** Persons with an answer to every item, on whom correlations and alpha rest, and the others. */
  readonly persons: { readonly complete: number; readonly incomplete: number };
}

/**
 * Classical test statistics: difficulties, discriminations, reliability.
 *
 * alpha = k / (k - 1) (1 - sum of item variances / variance of the sum). Cronbach, L. J. (1951), Psychometrika 16, 297-334.
 *
 * @param matrix answers of any categories
 * @returns statistics by item and of the test; means use all answers of an item, correlations and alpha the complete persons only
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { classicalStatistics } from 'tutelage/irt/analysis';
 *
 * const { items, alpha } = classicalStatistics(responseMatrix([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]]));
 * items[0]!.difficulty; // => 0.75
 * alpha; // => 0.75
 */
export function classicalStatistics(matrix: ResponseMatrix): ClassicalStatistics {
  checkMatrix('classicalStatistics', matrix);
  const { personIds, itemIds, answers } = matrix;
  const width = itemIds.length;
  const complete = [...personIds.keys()].filter(
    (person) => width > 0 && !answers.subarray(person * width, (person + 1) * width).includes(-1),
  );
  const columns = itemIds.map((_, j) => Float64Array.from(complete, (person) => answers[person * width + j]!));
  const total = Float64Array.from(complete, (_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
  const variances = columns.map((column) => covariance(column, column));
  const variance = covariance(total, total);
  const sumOfVariances = variances.reduce((sum, value) => sum + value, 0);
  const alphaOf = (count: number, parts: number, whole: number) =>
    count > 1 && whole > 0 ? (count / (count - 1)) * (1 - parts / whole) : null;
  const alpha = alphaOf(width, sumOfVariances, variance);
  const items = itemIds.map((id, j): ClassicalItem => {
    let [n, sum, top] = [0, 0, 0];
    for (let k = j; k < answers.length; k += width) {
      if (answers[k]! < 0) continue;
      n++;
      sum += answers[k]!;
      top = Math.max(top, answers[k]!);
    }
    const rest = total.map((value, i) => value - columns[j]![i]!);
    return {
      id,
      n,
      mean: n > 0 ? sum / n : null,
      difficulty: top > 0 ? sum / n / top : n > 0 ? 0 : null,
      itemTotal: correlation(columns[j]!, total),
      itemRest: correlation(columns[j]!, rest),
      alphaWithout: alphaOf(width - 1, sumOfVariances - variances[j]!, covariance(rest, rest)),
    };
  });
  const n = complete.length;
  const sd = n > 1 ? Math.sqrt(variance) : null;
  return {
    items,
    alpha,
    mean: n > 0 ? total.reduce((sum, value) => sum + value, 0) / n : null,
    sd,
    sem: sd === null || alpha === null ? null : sd * Math.sqrt(Math.max(0, 1 - alpha)),
    persons: { complete: n, incomplete: personIds.length - n },
  };
}

/** Covariance with n - 1; 0 for fewer than two values. */
function covariance(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  if (n < 2) return 0;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanX, meanY] = [mean(x), mean(y)];
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (x[i]! - meanX) * (y[i]! - meanY);
  return sum / (n - 1);
}

/** Correlation of two rows of numbers; null when one of them does not vary. */
export function correlation(x: Float64Array, y: Float64Array): number | null {
  const scale = covariance(x, x) * covariance(y, y);
  return scale > 0 ? covariance(x, y) / Math.sqrt(scale) : null;
}
