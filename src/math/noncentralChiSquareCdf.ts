import { incompleteGamma } from './incompleteGamma.ts';
import { logGamma } from './logGamma.ts';

const TINY = 1e-17;

/**
 * P(X <= x) for X noncentral chi-square with df degrees of freedom and noncentrality `lambda`: the mixture of central ones with Poisson
 * weights of mean lambda / 2, added up from the heaviest outwards; absolute error about 1e-15. Kernel: expects df > 0, lambda >= 0. O(sqrt(lambda)) terms.
 */
export function noncentralChiSquareCdf(x: number, df: number, lambda: number): number {
  const half = lambda / 2;
  if (half === 0) return incompleteGamma(df / 2, x / 2, false);
  const weight = (k: number) => Math.exp(k * Math.log(half) - half - logGamma(k + 1));
  const term = (k: number) => weight(k) * incompleteGamma(df / 2 + k, x / 2, false);
  const middle = Math.floor(half);
  let sum = 0;
  for (let k = middle; k >= 0 && weight(k) > TINY; k--) sum += term(k);
  for (let k = middle + 1; weight(k) > TINY; k++) sum += term(k);
  return sum;
}
