import { log1pExp } from './log1pExp.ts';
import { logistic } from './logistic.ts';

/** Rows with few entries that are not 0: those of row i lie from begins[i] to begins[i + 1]. */
export interface SparseRows {
  readonly begins: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

/** Where a fit ended. */
export interface SparseFit {
  readonly coefficients: Float64Array;
  /** Without the penalty. */
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Logistic regression with a ridge: maximises the log-likelihood less l2 / 2 times the sum of squares; outcomes in [0, 1].
 *
 * Kernel: Newton's method whose steps are solved by conjugate gradients, so that memory is that of the rows; steps that do not help are
 * halved. With l2 above 0 the maximum is unique and finite.
 */
export function sparseLogistic(
  rows: SparseRows,
  outcomes: Float64Array,
  l2: number,
  tolerance = 1e-10,
  maxIterations = 100,
): SparseFit {
  const n = outcomes.length;
  const { width } = rows;
  const linear = new Float64Array(n);
  const weight = new Float64Array(n);
  const likelihoodAt = (at: Float64Array): number => {
    timesVector(rows, at, linear);
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = linear[i]!;
      sum -= outcomes[i]! * log1pExp(-z) + (1 - outcomes[i]!) * log1pExp(z);
    }
    return sum;
  };
  const penalty = (at: Float64Array): number => (l2 / 2) * dot(at, at);
  let coefficients: Float64Array = new Float64Array(width);
  let logLikelihood = likelihoodAt(coefficients);
  let best = logLikelihood;
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const gradient = coefficients.map((value) => -l2 * value);
    for (let i = 0; i < n; i++) {
      const p = logistic(linear[i]!);
      weight[i] = p * (1 - p);
      for (let e = rows.begins[i]!; e < rows.begins[i + 1]!; e++) {
        gradient[rows.columns[e]!]! += rows.values[e]! * (outcomes[i]! - p);
      }
    }
    const step = solveRidge(rows, weight, l2, gradient);
    let share = 1;
    let next = coefficients;
    let after = Number.NEGATIVE_INFINITY;
    for (let halving = 0; halving < 40; halving++, share /= 2) {
      const scale = share;
      next = coefficients.map((value, k) => value + scale * step[k]!);
      logLikelihood = likelihoodAt(next);
      after = logLikelihood - penalty(next);
      if (after >= best) break;
    }
    if (!(after > best)) {
      return { coefficients, logLikelihood: likelihoodAt(coefficients), iterations, converged: true };
    }
    const gain = after - best;
    [coefficients, best] = [next, after];
    if (gain <= tolerance * Math.max(1, Math.abs(best)))
      return { coefficients, logLikelihood, iterations, converged: true };
  }
  return { coefficients, logLikelihood, iterations: maxIterations, converged: false };
}

/** Solves (X' W X + l2 I) step = gradient by conjugate gradients. */
function solveRidge(rows: SparseRows, weight: Float64Array, l2: number, gradient: Float64Array): Float64Array {
  const { width } = rows;
  const step = new Float64Array(width);
  const residual = gradient.slice();
  const direction = residual.slice();
  const along = new Float64Array(weight.length);
  let size = dot(residual, residual);
  const enough = 1e-16 * size;
  for (let round = 0; round < 2 * width + 20 && size > enough; round++) {
    timesVector(rows, direction, along);
    const image = direction.map((value) => l2 * value);
    for (let i = 0; i < weight.length; i++) {
      const w = weight[i]! * along[i]!;
      for (let e = rows.begins[i]!; e < rows.begins[i + 1]!; e++) image[rows.columns[e]!]! += rows.values[e]! * w;
    }
    const curvature = dot(direction, image);
    if (!(curvature > 0)) break;
    const far = size / curvature;
    for (let k = 0; k < width; k++) {
      step[k]! += far * direction[k]!;
      residual[k]! -= far * image[k]!;
    }
    const before = size;
    size = dot(residual, residual);
    for (let k = 0; k < width; k++) direction[k] = residual[k]! + (size / before) * direction[k]!;
  }
  return step;
}

function timesVector({ begins, columns, values }: SparseRows, vector: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) {
    let sum = 0;
    for (let e = begins[i]!; e < begins[i + 1]!; e++) sum += values[e]! * vector[columns[e]!]!;
    into[i] = sum;
  }
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < left.length; k++) sum += left[k]! * right[k]!;
  return sum;
}
