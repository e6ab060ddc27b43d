import fc from 'fast-check';
import { flipDescent } from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';

/** Costs of single bits and pairs: the general quadratic problem over ones and zeros. */
const quadratic = (size: number, weights: readonly number[]) => (bits: ArrayLike<number>) => {
  let sum = 0;
  for (let a = 0, k = 0; a < size; a++) {
    for (let b = a; b < size; b++, k++) sum += weights[k % weights.length]! * bits[a]! * bits[b]!;
  }
  return sum;
};
const weights = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 });
const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('flipDescent', () => {
  it('finds the best of all choices on small problems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), weights, seeds, (size, drawn, seed) => {
        const cost = quadratic(size, drawn);
        let least = Infinity;
        for (let code = 0; code < 2 ** size; code++) {
          least = Math.min(least, cost(Array.from({ length: size }, (_, k) => (code >> k) & 1)));
        }
        const found = flipDescent({ size, cost, seed, evaluations: 5000 });
        expect(found.cost).toBe(least);
        expect(cost(found.best)).toBe(least);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps to its budget, counts every call and returns the best it saw', () => {
    fc.assert(
      fc.property(weights, seeds, fc.integer({ min: 1, max: 300 }), (drawn, seed, evaluations) => {
        const cost = quadratic(12, drawn);
        let calls = 0;
        let least = Infinity;
        const found = flipDescent({
          ...{ size: 12, seed, evaluations },
          cost: (bits) => {
            calls++;
            least = Math.min(least, cost(bits));
            return cost(bits);
          },
        });
        expect(found.evaluations).toBe(calls);
        expect(calls).toBeLessThanOrEqual(evaluations);
        expect(found.cost).toBe(least);
        expect(cost(found.best)).toBe(found.cost);
      }),
    );
  });

  it('repeats itself, and starts where it is told', () => {
    const cost = quadratic(20, [3, -7, 2, 5, -1, -4]);
    expect(flipDescent({ size: 20, cost, seed: 4 })).toEqual(flipDescent({ size: 20, cost, seed: 4 }));
    const start = Array.from({ length: 20 }, (_, k) => k % 2);
    const still = flipDescent({ size: 20, cost, seed: 4, start, evaluations: 1 });
    expect([...still.best]).toEqual(start);
    expect(still.cost).toBe(cost(start));
  });

  it('ends in a choice that no flip and no swap improves', () => {
    const cost = quadratic(15, [4, -6, 1, 3, -2, 5, -9]);
    const { best, cost: least } = flipDescent({ size: 15, cost, seed: 1, evaluations: 4000 });
    for (let a = 0; a < 15; a++) {
      for (let b = 0; b < 15; b++) {
        const other = best.map((bit, k) => (k === a || k === b ? 1 - bit : bit));
        if (a === b || best[a] !== best[b]) expect(cost(other)).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it('refuses what makes no sense', () => {
    const cost = () => 0;
    expect(() => flipDescent({ size: -1, cost })).toThrow(/flipDescent: size/);
    expect(() => flipDescent({ size: 2, cost, evaluations: 0 })).toThrow(/evaluations/);
    expect(() => flipDescent({ size: 2, cost, kick: 0 })).toThrow(/kick/);
    expect(() => flipDescent({ size: 2, cost, seed: 1.5 })).toThrow(/seed/);
    expect(() => flipDescent({ size: 2, cost, start: [1] })).toThrow(/start has 1 bits, size is 2/);
    expect(() => flipDescent({ size: 2, cost, start: [1, 2] })).toThrow(/start\[1\] must be 0 or 1, got 2/);
    expect(() => flipDescent({ size: 2, cost: () => Number.NaN })).toThrow(/cost must be finite, got NaN/);
  });
});
