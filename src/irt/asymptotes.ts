import { log1pExp } from '../math/log1pExp.ts';
import { logistic } from '../math/logistic.ts';

/**
 * P = c + (d - c) logistic(z), its complement and its information, kept exact where one of the asymptotes is 0 or 1 and plain
 * formulas would come to log(0) or 0 / 0.
 */

/** log P. */
export function logRight(z: number, c: number, d: number): number {
  return c === 0 ? Math.log(d) - log1pExp(-z) : Math.log(c + (d - c) * logistic(z));
}

/** log(1 - P); 1 - P = (1 - d) + (d - c) logistic(-z). */
export function logWrong(z: number, c: number, d: number): number {
  return d === 1 ? Math.log1p(-c) - log1pExp(z) : Math.log(1 - d + (d - c) * logistic(-z));
}

/** d log P / dz for a right answer, d log(1 - P) / dz for a wrong one. */
export function scoreAt(z: number, c: number, d: number, answer: number): number {
  const up = logistic(z);
  const down = logistic(-z);
  if (answer === 1) return c === 0 ? down : ((d - c) * up * down) / (c + (d - c) * up);
  return d === 1 ? -up : (-(d - c) * up * down) / (1 - d + (d - c) * down);
}

/** Second derivative by z of the same. */
export function curvatureAt(z: number, c: number, d: number, answer: number): number {
  const score = scoreAt(z, c, d, answer);
  return score * (logistic(-z) - logistic(z) - score);
}

/** (dP / dz)^2 / (P (1 - P)), with dP / dz = (d - c) logistic(z) logistic(-z). */
export function informationAt(z: number, c: number, d: number): number {
  const up = logistic(z);
  const down = logistic(-z);
  const right = c === 0 ? up / d : (up * up) / (c + (d - c) * up);
  const wrong = d === 1 ? down / (1 - c) : (down * down) / (1 - d + (d - c) * down);
  return (d - c) ** 2 * right * wrong;
}
