import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyInverse } from '../../src/math/choleskyInverse.ts';
import { incompleteBeta } from '../../src/math/incompleteBeta.ts';
import { log1pExp } from '../../src/math/log1pExp.ts';
import { logGamma } from '../../src/math/logGamma.ts';
import { logistic } from '../../src/math/logistic.ts';
import { normalGrid } from '../../src/math/normalGrid.ts';
import { close, ulps, versus } from '../tolerance.ts';

/** Shares k / 4096: exact in binary, so that 1 - x is exact too. */
const share = fc.integer({ min: 1, max: 4095 }).map((k) => k / 4096);
const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('logistic and log1pExp', () => {
  it('agree with each other and with symmetry over the whole range', () => {
    fc.assert(
      fc.property(finite(-700, 700), (z) => {
        ulps(4)(logistic(z) + logistic(-z), 1);
        versus('log of the other', 1e-12)(-log1pExp(-z), Math.max(Math.log(logistic(z)), -745));
        close(log1pExp(z) - log1pExp(-z), z);
      }),
    );
  });

  it('keep the tail that log(1 - logistic(z)) loses', () => {
    expect(Math.log(1 - 1 / (1 + Math.exp(-40)))).toBe(Number.NEGATIVE_INFINITY);
    ulps(4)(-log1pExp(40), -40);
    expect(logistic(-1000)).toBe(0);
    expect(log1pExp(1000)).toBe(1000);
  });
});

describe('logGamma', () => {
  it('equals log factorials and half-integer closed forms', () => {
    let factorial = 0;
    for (let n = 1; n <= 170; n++) {
      close(logGamma(n), factorial);
      factorial += Math.log(n);
    }
    close(logGamma(0.5), 0.5 * Math.log(Math.PI));
    close(logGamma(5.5), Math.log((945 / 32) * Math.sqrt(Math.PI)));
  });
});

describe('incompleteBeta', () => {
  it('equals the closed forms for whole parameters', () => {
    fc.assert(
      fc.property(share, (x) => {
        close(incompleteBeta(x, 1, 1), x);
        close(incompleteBeta(x, 3, 1), x ** 3);
        close(incompleteBeta(x, 2, 2), x * x * (3 - 2 * x));
        versus('arcsine law', 1e-12)(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)));
      }),
    );
  });

  it('equals the binomial tail: I_p(k, n - k + 1) = P(X >= k)', () => {
    const tail = (n: number, k: number, p: number) => {
      let total = 0;
      let term = (1 - p) ** n;
      for (let i = 0; i <= n; i++) {
        if (i >= k) total += term;
        term *= ((n - i) / (i + 1)) * (p / (1 - p));
      }
      return total;
    };
    for (const [n, k, p] of [
      [10, 3, 0.2],
      [50, 30, 0.5],
      [200, 150, 0.8],
    ] as const) {
      versus('binomial sum', 1e-11)(incompleteBeta(p, k, n - k + 1), tail(n, k, p));
    }
  });

  it('reflects: I_x(a, b) = 1 - I_(1-x)(b, a), and rises with x', () => {
    fc.assert(
      fc.property(finite(0.05, 400), finite(0.05, 400), share, (a, b, x) => {
        versus('reflection', 1e-11)(incompleteBeta(x, a, b), 1 - incompleteBeta(1 - x, b, a));
        expect(incompleteBeta(x, a, b)).toBeLessThanOrEqual(incompleteBeta(Math.min(1, x + 0.01), a, b) + 1e-12);
      }),
    );
  });
});

describe('normalGrid', () => {
  it('integrates the moments of a standard normal', () => {
    const { z, weight } = normalGrid(61, 6);
    const moment = (k: number) => z.reduce((sum, value, q) => sum + weight[q]! * value ** k, 0);
    // what lies beyond six standard deviations adds 8e-8 to the variance and 1.6e-6 to the fourth moment
    versus('moments', 2e-6)([moment(0), moment(1), moment(2), moment(4)], [1, 0, 1, 3]);
  });
});

describe('choleskyInverse', () => {
  it('times the matrix is the identity', () => {
    fc.assert(
      fc.property(fc.array(finite(-1, 1), { minLength: 16, maxLength: 16 }), (entries) => {
        const matrix = new Float64Array(16);
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            for (let k = 0; k < 4; k++) matrix[i * 4 + j]! += entries[i * 4 + k]! * entries[j * 4 + k]!;
            if (i === j) matrix[i * 4 + j]! += 0.5;
          }
        }
        const inverse = choleskyInverse(matrix, 4)!;
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) {
            let sum = 0;
            for (let k = 0; k < 4; k++) sum += matrix[i * 4 + k]! * inverse[k * 4 + j]!;
            versus('identity', 1e-12)(sum, i === j ? 1 : 0);
          }
        }
      }),
    );
  });

  it('says null when the matrix is not positive definite', () => {
    expect(choleskyInverse(Float64Array.from([1, 2, 2, 1]), 2)).toBeNull();
    expect(choleskyInverse(Float64Array.from([Number.NaN]), 1)).toBeNull();
  });
});
