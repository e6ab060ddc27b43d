import { logGamma } from './logGamma.ts';

const MOST_TERMS = 10_000;
const TINY = 1e-300;

/**
 * The upper tail of the gamma distribution: Q(a, x) = P(Gamma(a, 1) > x), or with `upper` false its complement.
 *
 * Below x = a + 1 the power series (DLMF 8.11.4), above it the continued fraction (DLMF 8.9.2) by Lentz's method.
 * Kernel: expects a > 0 and x >= 0.
 */
export function incompleteGamma(a: number, x: number, upper = true): number {
  if (x <= 0) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < MOST_TERMS && term > sum * 1e-17; k++) sum += term *= x / (a + k);
    return upper ? 1 - front * sum : front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let f = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    f *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return upper ? front * f : 1 - front * f;
}
