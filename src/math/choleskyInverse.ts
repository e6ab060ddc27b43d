/**
 * The inverse of a symmetric positive definite matrix (row-major n x n), or null when it is not positive definite.
 * O(n^3); `matrix` is left as it is.
 */
export function choleskyInverse(matrix: Float64Array, n: number): Float64Array | null {
  const lower = choleskyFactor(matrix, n);
  if (!lower) return null;
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let unit = 0; unit < n; unit++) {
    for (let i = 0; i < n; i++) {
      let sum = i === unit ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * column[k]!;
      column[i] = sum / lower[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = column[i]!;
      for (let k = i + 1; k < n; k++) sum -= lower[k * n + i]! * column[k]!;
      column[i] = sum / lower[i * n + i]!;
      inverse[i * n + unit] = column[i]!;
    }
  }
  return inverse;
}

function choleskyFactor(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i !== j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > 0) lower[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}
