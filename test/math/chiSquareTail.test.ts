import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../src/math/chiSquareTail.ts';
import { incompleteGamma } from '../../src/math/incompleteGamma.ts';
import { normalCdf } from '../../src/math/normalCdf.ts';
import { versus } from '../tolerance.ts';

const relative = (actual: number, expected: number, within: number) => versus('relative', within)(actual / expected, 1);

describe('chiSquareTail', () => {
  it('is exp(-x / 2) for two degrees of freedom, far into the tail', () => {
    for (const x of [1e-8, 0.1, 1, 3, 10, 100, 700]) relative(chiSquareTail(x, 2), Math.exp(-x / 2), 1e-12);
  });

  it('is exp(-x / 2) times a sum of x^k / (2^k k!) for even degrees of freedom', () => {
    for (const df of [4, 10, 50, 200]) {
      for (const x of [0.5, df / 2, df, 2 * df]) {
        let term = 1;
        let sum = 1;
        for (let k = 1; k < df / 2; k++) sum += term *= x / 2 / k;
        relative(chiSquareTail(x, df), Math.exp(-x / 2) * sum, 1e-11);
      }
    }
  });

  it('is twice the normal tail for one degree of freedom', () => {
    for (const z of [0.1, 1, 1.96, 4]) versus('normal', 1e-12)(chiSquareTail(z * z, 1), 2 * normalCdf(-z));
  });

  it('is 1 at and below 0 and 0 at infinity', () => {
    expect([chiSquareTail(-1, 3), chiSquareTail(0, 3), chiSquareTail(Infinity, 3)]).toEqual([1, 1, 0]);
  });
});

describe('incompleteGamma', () => {
  it('has halves that make 1, and keeps the digits of a small lower half', () => {
    for (const [a, x] of [
      [0.5, 0.2],
      [3, 3],
      [20, 40],
      [1000, 990],
    ] as const) {
      versus('1', 1e-12)(incompleteGamma(a, x) + incompleteGamma(a, x, false), 1);
    }
    // P(1, x) = 1 - exp(-x)
    relative(incompleteGamma(1, 1e-10, false), -Math.expm1(-1e-10), 1e-12);
  });
});
