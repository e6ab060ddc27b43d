import { checkAbove, checkList } from '../math/check.ts';
import { choleskySolve } from '../math/choleskySolve.ts';
import type { RecallHistory } from './forgettingFitter.ts';
import type { HalfLifeOptions } from './models/halfLife.ts';

/** Options of {@link fitHalfLife}. */
export interface FitHalfLifeOptions {
  /** The ridge: l2 / 2 times the sum of squared weights is taken off the log-likelihood, above 0; 0.1 when absent. */
  readonly l2?: number;
}

/** The outcome of {@link fitHalfLife}: options for `halfLife`. */
export interface HalfLifeFit extends HalfLifeOptions {
  readonly logLikelihood: number;
  /** Recalls it rests on: all but the first of each memory and those after 0 days. */
  readonly recalls: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const MOST = 200;

/**
 * Fits the weights of half-life regression to recalls: maximum likelihood of success and failure, with a ridge, by Fisher scoring.
 *
 * P(success after t days) = 2^(-t / h) with h as in `halfLife`. Settles & Meeder (2016) minimise squared errors of recall rates instead; likelihood is our
 * choice, since single recalls are 0 or 1.
 *
 * @param histories recalls of many memories
 * @param options ridge
 * @returns weights for `halfLife`
 * @throws RangeError for an l2 of 0 or less, days below 0, or no recall after more than 0 days
 * @remarks Bounds on half-lives are not part of the fit.
 * @example
 * import { fitHalfLife } from 'tutelage/memory/analysis';
 *
 * const history = (days: number, grade: 1 | 3) => [{ elapsedDays: 0, grade: 3 }, { elapsedDays: days, grade }] as const;
 * const { bias, right, wrong } = fitHalfLife([history(1, 3), history(2, 3), history(4, 1), history(2, 1)]);
 * bias + right * Math.SQRT2 + wrong; // => 0.879
 */
export function fitHalfLife(histories: readonly RecallHistory[], { l2 = 0.1 }: FitHalfLifeOptions = {}): HalfLifeFit {
  checkAbove('fitHalfLife', 'l2', l2, 0);
  const rows = rowsOf(histories);
  if (rows.length === 0) throw new RangeError('fitHalfLife: there is no recall after more than 0 days to fit to');
  const valueAt = (weights: Float64Array): number => {
    let sum = 0;
    for (const row of rows) {
      const hazard = hazardOf(row, weights);
      sum += row.succeeded ? -hazard : Math.log(-Math.expm1(-hazard));
    }
    return sum;
  };
  const penalty = (weights: Float64Array): number => (l2 / 2) * weights.reduce((sum, w) => sum + w * w, 0);
  let weights = new Float64Array(3);
  let best = valueAt(weights) - penalty(weights);
  let converged = false;
  let iterations = 0;
  while (!converged && iterations < MOST) {
    iterations++;
    const gradient = weights.map((w) => -l2 * w);
    const information = new Float64Array(9);
    for (let k = 0; k < 3; k++) information[4 * k] = l2;
    for (const row of rows) {
      const hazard = hazardOf(row, weights);
      const lost = -Math.expm1(-hazard); // P(failure)
      // with z the exponent of the half-life, d hazard / dz = -ln 2 hazard
      const slope = Math.LN2 * hazard * (row.succeeded ? 1 : -Math.exp(-hazard) / lost);
      const weight = (Math.LN2 * hazard) ** 2 * (Math.exp(-hazard) / lost);
      for (let k = 0; k < 3; k++) {
        gradient[k]! += slope * row.x[k]!;
        for (let l = 0; l < 3; l++) information[3 * k + l]! += weight * row.x[k]! * row.x[l]!;
      }
    }
    const step = choleskySolve(information, 3, gradient);
    let after = -Infinity;
    let next = weights;
    for (let share = 1; step && share > 1e-10 && !(after >= best); share /= 2) {
      next = weights.map((w, k) => w + share * step[k]!);
      after = valueAt(next) - penalty(next);
    }
    if (!(after >= best)) break;
    converged = after - best <= 1e-12 * Math.max(1, Math.abs(best));
    [weights, best] = [next, after];
  }
  const [bias, right, wrong] = weights as unknown as [number, number, number];
  return { bias, right, wrong, logLikelihood: best + penalty(weights), recalls: rows.length, iterations, converged };
}

interface Row {
  readonly x: readonly [number, number, number];
  readonly days: number;
  readonly succeeded: boolean;
}

/** -ln P(success). */
const hazardOf = ({ x, days }: Row, [bias, right, wrong]: Float64Array): number =>
  (Math.LN2 * days) / 2 ** (bias! * x[0] + right! * x[1] + wrong! * x[2]);

function rowsOf(histories: readonly RecallHistory[]): Row[] {
  checkList('fitHalfLife', 'histories', histories);
  const rows: Row[] = [];
  for (const [h, history] of histories.entries()) {
    let [right, wrong] = [0, 0];
    for (const [k, { elapsedDays, grade }] of history.entries()) {
      checkAbove('fitHalfLife', `histories[${h}][${k}].elapsedDays`, elapsedDays, -Number.MIN_VALUE);
      const succeeded = grade > 1;
      if (k > 0 && elapsedDays > 0)
        rows.push({ x: [1, Math.sqrt(1 + right), Math.sqrt(1 + wrong)], days: elapsedDays, succeeded });
      if (succeeded) right++;
      else wrong++;
    }
  }
  return rows;
}
