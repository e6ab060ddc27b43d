/**
 * log(1 + exp(z)) (softplus), accurate to a few ulps for every z.
 *
 * log P of a right answer is `-log1pExp(-z)` and log P of a wrong one `-log1pExp(z)`; the naive
 * `Math.log(1 - logistic(40))` is -Infinity.
 */
export function log1pExp(z: number): number {
  return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
}
