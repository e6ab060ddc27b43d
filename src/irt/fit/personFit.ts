import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { visitAnswers } from './visitAnswers.ts';

/** How well somebody's answers fit the model. */
export interface PersonFit {
  readonly id: string;
  /** Number of answers it rests on. */
  readonly n: number;
  /** Standardised log-likelihood (mirt's Zh): far below 0 when answers are unlikely. Null when every pattern is as likely as the other. */
  readonly lz: number | null;
  /**
   * The same, corrected for theta being estimated from the same answers: the one to compare with a standard normal. Null when nothing
   * but theta makes a pattern likelier than another, as with equal items.
   */
  readonly lzStar: number | null;
}

const SUMS = 6;
const NO_SPREAD = 1e-12;

/**
 * Person fit by the standardised log-likelihood of the answers, lz, and its correction for estimated abilities, lz*.
 *
 * lz = (l - E l) / sd(l) with l the log-likelihood at theta. lz* replaces log P of each answer by log P - c s, with s = d log P / d theta and
 * c = Cov(log P, s) / information, which no longer moves with theta: (l - E l - c score) / sqrt(Var(l) - c^2 information). ML, MAP and WLE
 * solve score + r = 0 (r = 0, the slope of the log prior, Warm's weight), so that -score is Snijders' r at the estimate: one formula
 * serves all, in any number of categories.
 *
 * Drasgow, F., Levine, M. V. & Williams, E. A. (1985). British Journal of Mathematical and Statistical Psychology 38, 67-86; Snijders, T. A.
 * B. (2001). Psychometrika 66, 331-342; more than two categories: Sinharay, S. (2016). Psychometrika 81, 992-1013.
 *
 * @param items calibrated items
 * @param matrix answers
 * @param theta ability of each person, by ML, MAP or WLE for lz*; somebody whose theta is no number within +-1000 gets n = 0 and null
 * @returns one entry per person, in the order of the matrix
 * @throws RangeError for an answered item without parameters, impossible answers or parameters, or a theta too many or too few
 * @remarks The normal distribution of lz* holds for long tests. EAP is no root of such an equation; its correction treats it like MAP.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { personFit } from 'tutelage/irt/analysis';
 *
 * const items = [-2, -1, 1, 2].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const matrix = responseMatrix([[1, 1, 0, 0], [0, 0, 1, 1]], { items: items.map(({ id }) => id) });
 * personFit(items, matrix, [0, 0]).map(({ lzStar }) => lzStar); // => [0.914, -4.489]
 */
export function personFit(items: readonly Item[], matrix: ResponseMatrix, theta: ArrayLike<number>): PersonFit[] {
  // per person: answers, l - E l, Var(l), score, information, Cov(log P, s)
  const sums = new Float64Array(SUMS * matrix.personIds.length);
  visitAnswers('personFit', items, matrix, theta, (person, _, answer, logs, model, item) => {
    const at = SUMS * person;
    let mean = 0;
    for (const log of logs) mean += Math.exp(log) * log;
    for (let k = 0; k < logs.length; k++) {
      const p = Math.exp(logs[k]!);
      const s = model.score(item, theta[person]!, k);
      sums[at + 2]! += p * (logs[k]! - mean) ** 2;
      if (k === answer) sums[at + 3]! += s;
      sums[at + 4]! += p * s * s;
      sums[at + 5]! += p * s * (logs[k]! - mean);
    }
    sums[at]!++;
    sums[at + 1]! += logs[answer]! - mean;
  });
  return matrix.personIds.map((id, person) => {
    const [n, l, variance, score, information, covariance] = sums.subarray(SUMS * person) as unknown as number[];
    const c = information! > 0 ? covariance! / information! : 0;
    const left = variance! - c * covariance!;
    return {
      id,
      n: n!,
      lz: variance! > NO_SPREAD ? l! / Math.sqrt(variance!) : null,
      lzStar: left > NO_SPREAD * Math.max(1, variance!) ? (l! - c * score!) / Math.sqrt(left) : null,
    };
  });
}
