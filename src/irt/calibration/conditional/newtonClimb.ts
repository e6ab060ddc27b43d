import { choleskyFactor } from '../../../math/choleskyFactor.ts';
import { choleskyInverse } from '../../../math/choleskyInverse.ts';
import { backSubstitute } from '../../../math/choleskySolve.ts';

/** A concave log-likelihood at some place: gradient, and minus the second derivatives (row-major). */
export interface Slope {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

/** Where the climb ended, and why. */
export interface Climb {
  readonly at: Float64Array;
  readonly logLikelihood: number;
  /** Covariance of the estimates under the normalisation, row-major; null unless `converged` or `iterations`. */
  readonly covariance: Float64Array | null;
  readonly iterations: number;
  readonly reason: 'converged' | 'iterations' | 'disconnected' | 'unbounded';
}

const FARTHEST = 40; // logits; no number of persons in the world puts a finite maximum there
const FLAT = 1e-10;
const ROUNDING = 1e-11;

/**
 * Newton's method from 0, steps halved while they lower the likelihood. `free` are directions u, at right angles to each other, that change no
 * likelihood; parameters stay at right angles to them. The information I is singular along u, I + u u^T is not: it gives the
 * same steps, and its inverse less u u^T / (u^T u)^2 is the covariance.
 */
export function newtonClimb(
  slopeAt: (at: Float64Array) => Slope,
  free: readonly (readonly number[])[],
  tolerance: number,
  most: number,
): Climb {
  const n = free[0]!.length;
  const along = (k: number, scale: (u: readonly number[]) => number): number =>
    free.reduce((sum, u) => sum + u[Math.floor(k / n)]! * u[k % n]! * scale(u), 0);
  let at: Float64Array = new Float64Array(n);
  let slope = slopeAt(at);
  for (let iterations = 0; ; iterations++) {
    const found = { at, logLikelihood: slope.logLikelihood, iterations };
    const matrix = slope.information.map((value, k) => value + along(k, () => 1));
    const lower = choleskyFactor(matrix, n);
    const isFlat = !lower || at.some((_, k) => lower[k * (n + 1)]! ** 2 < FLAT * matrix[k * (n + 1)]!);
    if (isFlat || at.some((value) => Math.abs(value) > FARTHEST)) {
      return { ...found, covariance: null, reason: iterations === 0 ? 'disconnected' : 'unbounded' };
    }
    const step = backSubstitute(lower, n, slope.gradient.slice());
    const isThere = step.every((value) => Math.abs(value) <= tolerance);
    if (isThere || iterations === most) {
      const covariance = choleskyInverse(matrix, n)!.map(
        (value, k) => value - along(k, (u) => u.reduce((sum, x) => sum + x * x, 0) ** -2),
      );
      return { ...found, covariance, reason: isThere ? 'converged' : 'iterations' };
    }
    const lowest = found.logLikelihood - ROUNDING * Math.abs(found.logLikelihood);
    for (let share = 1; ; share /= 2) {
      at = found.at.map((value, k) => value + share * step[k]!);
      slope = slopeAt(at);
      if (slope.logLikelihood >= lowest || share < 1e-6) break;
    }
  }
}
