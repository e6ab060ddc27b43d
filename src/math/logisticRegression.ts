import { choleskySolve } from './choleskySolve.ts';
import { log1pExp } from './log1pExp.ts';
import { logistic } from './logistic.ts';

const MOST_STEPS = 100;
const SMALL = 1e-12; // relative change of the log-likelihood

/**
 * Logistic regression by Newton's method: P(y = 1) = logistic(sum of coefficient x predictor); steps that lower the likelihood are halved.
 *
 * Kernel: `rows` are predictors (row-major, `width` of them, the constant included), `outcomes` 0 or 1. Where the predictors separate the
 * outcomes there is no finite maximum: `isSeparated` then, and the log-likelihood is its limit to about 1e-9.
 */
export function logisticRegression(
  rows: Float64Array,
  width: number,
  outcomes: ArrayLike<number>,
): { coefficients: Float64Array; logLikelihood: number; isSeparated: boolean } {
  const n = outcomes.length;
  const logLikelihoodAt = (at: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = linear(rows, width, i, at);
      sum -= log1pExp(outcomes[i] ? -z : z);
    }
    return sum;
  };
  let coefficients = new Float64Array(width);
  let best = logLikelihoodAt(coefficients);
  let isSeparated = true;
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = new Float64Array(width);
    const information = new Float64Array(width * width);
    for (let i = 0; i < n; i++) {
      const p = logistic(linear(rows, width, i, coefficients));
      const weight = p * (1 - p);
      for (let k = 0; k < width; k++) {
        const x = rows[i * width + k]!;
        gradient[k]! += x * (outcomes[i]! - p);
        for (let l = 0; l < width; l++) information[k * width + l]! += weight * x * rows[i * width + l]!;
      }
    }
    const move = choleskySolve(information, width, gradient);
    if (!move) break;
    let share = 1;
    let next = coefficients;
    let after = -Infinity;
    for (let halving = 0; halving < 30 && !(after >= best); halving++, share /= 2) {
      next = coefficients.map((value, k) => value + share * move[k]!);
      after = logLikelihoodAt(next);
    }
    const gain = after - best;
    if (!(gain >= 0)) break;
    coefficients = next;
    best = after;
    if (gain <= SMALL * Math.max(1, Math.abs(best))) {
      isSeparated = Math.max(...move.map(Math.abs)) > 0.01;
      break;
    }
  }
  return { coefficients, logLikelihood: best, isSeparated };
}

function linear(rows: Float64Array, width: number, i: number, coefficients: Float64Array): number {
  let z = 0;
  for (let k = 0; k < width; k++) z += rows[i * width + k]! * coefficients[k]!;
  return z;
}
