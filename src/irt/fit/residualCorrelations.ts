import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { expectedAnswer, visitAnswers } from './visitAnswers.ts';

/** Correlations of residuals between items. */
export interface ResidualCorrelations {
  /** The items, in the order of rows and columns of `q3`. */
  readonly itemIds: readonly string[];
  /** Yen's Q3 of each pair, 1 on the diagonal; null where fewer than two persons answered both or a residual does not vary. */
  readonly q3: readonly (readonly (number | null)[])[];
  /** Mean of all pairs; a little below 0 when nothing depends on anything. Null without pairs. */
  readonly mean: number | null;
  /** The pair that goes together most, and how far it lies above the mean (Q3*); null without pairs. */
  readonly largest: {
    readonly itemIds: readonly [string, string];
    readonly q3: number;
    readonly aboveMean: number;
  } | null;
}

const NO_SPREAD = 1e-12;

/**
 * Local dependence by Yen's Q3: correlations between items of what ability leaves unexplained (answer - expected answer).
 *
 * Yen, W. M. (1984). Applied Psychological Measurement 8, 125-145; Q3* = largest Q3 - mean Q3 as in Christensen, K. B., Makransky, G. &
 * Horton, M. (2017). Applied Psychological Measurement 41, 178-194, who find no critical value that fits all tests (0.2 above the mean is
 * common).
 *
 * @param items calibrated items
 * @param matrix answers; a pair rests on those who answered both items
 * @param theta ability of each person; somebody whose theta is no number within +-1000 is left out
 * @returns all pairs, their mean and the largest
 * @throws RangeError for an answered item without parameters, impossible answers or parameters, or a theta too many or too few
 * @remarks O(persons x items^2). Nominal categories count by their number.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { residualCorrelations } from 'tutelage/irt/analysis';
 *
 * const items = [0, 0, 1].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }) as const);
 * const rows = [[1, 1, 0], [0, 0, 0], [1, 1, 1], [0, 0, 1]];
 * const { largest } = residualCorrelations(items, responseMatrix(rows, { items: ['q0', 'q1', 'q2'] }), [0, 0, 1, 0]);
 * largest!.itemIds; // => ['q0', 'q1']
 */
export function residualCorrelations(
  items: readonly Item[],
  matrix: ResponseMatrix,
  theta: ArrayLike<number>,
): ResidualCorrelations {
  const persons = matrix.personIds.length;
  const residuals = items.map(() => new Float64Array(persons).fill(Number.NaN));
  const itemIds = visitAnswers('residualCorrelations', items, matrix, theta, (person, column, answer, logs) => {
    residuals[column]![person] = answer - expectedAnswer(logs);
  }).map(({ id }) => id);
  const q3 = itemIds.map((_, j) => itemIds.map((__, k): number | null => (j === k ? 1 : null)));
  let [sum, pairs] = [0, 0];
  let top: { itemIds: [string, string]; q3: number } | null = null;
  for (const [j, one] of itemIds.entries()) {
    for (const [k, other] of itemIds.slice(0, j).entries()) {
      const r = correlationOfPairs(residuals[j]!, residuals[k]!);
      if (r === null) continue;
      q3[j]![k] = q3[k]![j] = r;
      sum += r;
      pairs++;
      if (!top || r > top.q3) top = { itemIds: [other, one], q3: r };
    }
  }
  const mean = pairs > 0 ? sum / pairs : null;
  return { itemIds, q3, mean, largest: top && { ...top, aboveMean: top.q3 - mean! } };
}

/** Correlation over the places where neither is NaN; residuals lie around 0, so that plain sums keep their digits. */
function correlationOfPairs(x: Float64Array, y: Float64Array): number | null {
  let [n, sumX, sumY, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i]!, y[i]!];
    if (Number.isNaN(a + b)) continue;
    n++;
    sumX += a;
    sumY += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const [varX, varY] = [xx - sumX ** 2 / n, yy - sumY ** 2 / n];
  return varX > NO_SPREAD * xx && varY > NO_SPREAD * yy ? (xy - (sumX * sumY) / n) / Math.sqrt(varX * varY) : null;
}
