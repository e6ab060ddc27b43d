/**
 * The standard logistic function, 1 / (1 + exp(-z)), without overflow for any finite z.
 *
 * Kernel: no checks. `logistic(-Infinity)` is 0 and `logistic(Infinity)` is 1.
 */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}
