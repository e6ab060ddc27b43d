import { choleskyFactor } from './choleskyFactor.ts';
import { backSubstitute } from './choleskySolve.ts';

/**
 * The inverse of a symmetric positive definite matrix (row-major n x n), or null when it is not positive definite.
 * O(n^3); `matrix` is left as it is.
 */
export function choleskyInverse(matrix: Float64Array, n: number): Float64Array | null {
  const lower = choleskyFactor(matrix, n);
  if (!lower) return null;
  const inverse = new Float64Array(n * n);
  for (let unit = 0; unit < n; unit++) {
    const column = new Float64Array(n);
    column[unit] = 1;
    backSubstitute(lower, n, column);
    for (let i = 0; i < n; i++) inverse[i * n + unit] = column[i]!;
  }
  return inverse;
}
