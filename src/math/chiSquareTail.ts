import { incompleteGamma } from './incompleteGamma.ts';

/** P(X > x) for X chi-square distributed with df degrees of freedom; 1 for x <= 0. Kernel: expects df > 0. */
export function chiSquareTail(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2);
}
