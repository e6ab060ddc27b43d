import { choleskyFactor } from './choleskyFactor.ts';

/** The solution of matrix x = right for a symmetric positive definite n x n matrix (row-major); null when it is not. O(n^3). */
export function choleskySolve(matrix: Float64Array, n: number, right: Float64Array): Float64Array | null {
  const lower = choleskyFactor(matrix, n);
  return lower && backSubstitute(lower, n, Float64Array.from(right));
}

/** Solves L L^T x = column in place. */
export function backSubstitute(lower: Float64Array, n: number, column: Float64Array): Float64Array {
  for (let i = 0; i < n; i++) {
    let sum = column[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * column[k]!;
    column[i] = sum / lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = column[i]!;
    for (let k = i + 1; k < n; k++) sum -= lower[k * n + i]! * column[k]!;
    column[i] = sum / lower[i * n + i]!;
  }
  return column;
}
