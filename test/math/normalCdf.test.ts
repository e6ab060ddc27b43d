import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/math/normalCdf.ts';
import { close, ulps, versus } from '../tolerance.ts';

describe('normalCdf', () => {
  it('equals mpmath 1.3.0 with 60 digits: float(mp.ncdf(mp.mpf(z)))', () => {
    // relative: z * z / 2 is rounded before the exponential, which costs up to 1e-13 far out
    for (const [z, expected] of [
      [-37.5, 4.605353009581955e-308],
      [-30, 4.906713927148187e-198],
      [-20, 2.7536241186062337e-89],
      [-8, 6.220960574271784e-16],
      [-5, 2.866515718791939e-7],
      [-3, 0.0013498980316300946],
      [-2.999, 0.0013543365337271062],
      [-1, 0.15865525393145705],
      [-0.5, 0.3085375387259869],
      [1e-10, 0.5000000000398942],
      [1.959963984540054, 0.975],
    ] as const) {
      close(normalCdf(z) / expected, 1);
    }
  });

  it('is one half in the middle, 0 and 1 at the ends', () => {
    expect([0, -0, Infinity, -Infinity, -40, 40, 1e300].map(normalCdf)).toEqual([0.5, 0.5, 1, 0, 0, 1, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  it('the two sides sum to 1, and it never falls', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (z) => {
        ulps(4)(normalCdf(z) + normalCdf(-z), 1);
        expect(normalCdf(z + 1e-6)).toBeGreaterThanOrEqual(normalCdf(z));
      }),
    );
  });

  it('equals the integral of the density', () => {
    // Simpson's rule with 2000 steps of 1/200: its error is below h^4 / 180 x 10 x 3 = 1e-10
    const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    let integral = 0;
    for (let k = 0; k < 1000; k++) {
      const from = -5 + k / 100;
      integral += (density(from) + 4 * density(from + 0.005) + density(from + 0.01)) / 600;
      versus('Simpson', 1e-10)(normalCdf(from + 0.01) - normalCdf(-5), integral);
    }
  });
});
