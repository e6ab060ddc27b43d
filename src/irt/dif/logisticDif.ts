import { chiSquareTail } from '../../math/chiSquareTail.ts';
import { logisticRegression } from '../../math/logisticRegression.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { type DifOptions, difGroups, purified } from './difGroups.ts';
import type { DifAnalysis } from './mantelHaenszelDif.ts';

/** Logistic regression statistics of an item. */
export interface LogisticDifItem {
  readonly id: string;
  /** Likelihood-ratio chi-square, degrees of freedom and p-value. */
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** Change of Nagelkerke's R squared. */
  readonly r2Change: number;
  /** Class by Jodoin and Gierl: A negligible (below 0.035, or not significant), B moderate, C large (0.07 and above). */
  readonly effectClass: 'A' | 'B' | 'C';
  /** Log-odds of a right answer: constant, score, focal group and score x focal group, of the largest model compared. */
  readonly coefficients: readonly number[];
  /** `separated`: a predictor tells right from wrong without error, so coefficients have no finite value. */
  readonly status: 'ok' | 'separated' | 'constant';
  readonly isFlagged: boolean;
}

/**
 * Differential item functioning by logistic regression on matching score, group and their product.
 *
 * `uniform`: group added to score; `nonuniform`: the product added to both; `both`: the two together. The statistic is twice the gain in
 * log-likelihood; the effect is the gain in Nagelkerke's R squared.
 *
 * Swaminathan & Rogers (1990), Journal of Educational Measurement 27, 361-370; classes: Jodoin & Gierl (2001), Applied Measurement in
 * Education 14, 329-349.
 *
 * @param matrix answers 0 and 1; persons with a missing answer are left out and counted
 * @param groups the group of every person, two labels
 * @param options focal group, anchors, purification, level; `kind` of difference, `both` when absent
 * @throws RangeError for other than two groups, answers above 1 or unknown anchors
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { logisticDif } from 'tutelage/irt/analysis';
 *
 * const rows = [[1, 1, 0], [1, 0, 1], [0, 1, 0], [1, 1, 1], [0, 1, 1], [0, 0, 1], [1, 1, 0], [0, 1, 0]];
 * const { items } = logisticDif(responseMatrix(rows), ['r', 'r', 'r', 'r', 'f', 'f', 'f', 'f'], { kind: 'uniform' });
 * items[0]!.df; // => 1
 */
export function logisticDif(
  matrix: ResponseMatrix,
  groups: readonly string[],
  options: DifOptions & { readonly kind?: 'uniform' | 'nonuniform' | 'both' } = {},
): DifAnalysis<LogisticDifItem> {
  const where = 'logisticDif';
  const { kind = 'both', alpha = 0.05 } = options;
  if (!['uniform', 'nonuniform', 'both'].includes(kind)) {
    throw new RangeError(`${where}: kind must be uniform, nonuniform or both, got "${kind}"`);
  }
  const split = difGroups(where, matrix, groups, options.focal);
  const [small, large] = { uniform: [2, 3], nonuniform: [3, 4], both: [2, 4] }[kind] as [number, number];
  const found = purified(where, matrix, split, options, (answers, score, id): LogisticDifItem => {
    const regression = (width: number) => {
      const rows = new Float64Array(answers.length * width);
      for (let i = 0; i < answers.length; i++) {
        const focal = split.isFocal[i] ? 1 : 0;
        rows.set([1, score[i]!, focal, score[i]! * focal].slice(0, width), i * width);
      }
      return logisticRegression(rows, width, answers);
    };
    const df = large - small;
    const nothing = {
      id,
      statistic: 0,
      df,
      p: 1,
      r2Change: 0,
      effectClass: 'A',
      coefficients: [],
      isFlagged: false,
    } as const;
    if (answers.every((answer) => answer === answers[0])) return { ...nothing, status: 'constant' };
    const [null_, before, after] = [regression(1), regression(small), regression(large)];
    const n = answers.length;
    const r2 = (logLikelihood: number) =>
      -Math.expm1((2 * (null_.logLikelihood - logLikelihood)) / n) / -Math.expm1((2 * null_.logLikelihood) / n);
    const statistic = Math.max(0, 2 * (after.logLikelihood - before.logLikelihood));
    const p = chiSquareTail(statistic, df);
    const r2Change = r2(after.logLikelihood) - r2(before.logLikelihood);
    const isFlagged = p < alpha;
    return {
      id,
      statistic,
      df,
      p,
      r2Change,
      effectClass: !isFlagged || r2Change < 0.035 ? 'A' : r2Change < 0.07 ? 'B' : 'C',
      coefficients: [...after.coefficients],
      status: after.isSeparated || before.isSeparated ? 'separated' : 'ok',
      isFlagged,
    };
  });
  const { focal, reference, people, unused } = split;
  return { focal, reference, ...found, persons: { used: people.length, unused } };
}
