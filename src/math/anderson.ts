import { choleskySolve } from './choleskySolve.ts';

/** Speeds up a fixed-point iteration x -> g(x). */
export interface Accelerator {
  /** The next point to try, from a point and its image. */
  propose(x: Float64Array, image: Float64Array): Float64Array;
  /** Forgets the past, after a proposal was not taken. */
  reset(): void;
}

/**
 * Anderson acceleration: the combination of the last images whose residuals cancel best in least squares.
 *
 * Anderson, D. G. (1965), Journal of the ACM 12, 547-560; Walker, H. F. & Ni, P. (2011), SIAM Journal on Numerical Analysis 49,
 * 1715-1735 (type II). The caller has to check that a proposal is no worse than the plain image.
 */
export function anderson(depth: number): Accelerator {
  let steps: { residual: Float64Array; image: Float64Array }[] = [];
  let last: { residual: Float64Array; image: Float64Array } | null = null;
  return {
    propose(x, image) {
      const residual = image.map((value, k) => value - x[k]!);
      if (last) {
        const { residual: r, image: g } = last;
        steps.push({
          residual: residual.map((value, k) => value - r[k]!),
          image: image.map((value, k) => value - g[k]!),
        });
        if (steps.length > depth) steps.shift();
      }
      last = { residual, image };
      const n = steps.length;
      if (n === 0) return image;
      const matrix = new Float64Array(n * n);
      const right = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        right[i] = dot(steps[i]!.residual, residual);
        for (let j = 0; j < n; j++) matrix[i * n + j] = dot(steps[i]!.residual, steps[j]!.residual);
        matrix[i * n + i]! *= 1 + 1e-10;
      }
      const mix = choleskySolve(matrix, n, right);
      if (!mix) return image;
      return image.map((value, k) => {
        let sum = value;
        for (let i = 0; i < n; i++) sum -= mix[i]! * steps[i]!.image[k]!;
        return sum;
      });
    },
    reset() {
      steps = [];
      last = null;
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
