// Every mutation obeys these. A new one is one more line in `mutations`.
import fc from 'fast-check';
import { type Mutation, swapMutation } from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const mutations: Record<string, (rate: number) => Mutation> = { swapMutation: (rate) => swapMutation({ rate }) };

const orders = fc
  .integer({ min: 0, max: 12 })
  .chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }));
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const mutant = (mutation: Mutation, order: readonly number[], seed: number) => {
  const changed = Int32Array.from(order);
  mutation.mutate(changed, stream(seed));
  return [...changed];
};

describe.each(Object.entries(mutations))('%s', (_, make) => {
  it('keeps a permutation a permutation', () => {
    fc.assert(
      fc.property(orders, seeds, (order, seed) => {
        expect(mutant(make(1), order, seed).sort((a, b) => a - b)).toEqual([...order.keys()]);
      }),
    );
  });

  it('changes nothing at rate 0', () => {
    fc.assert(
      fc.property(orders, seeds, (order, seed) => {
        expect(mutant(make(0), order, seed)).toEqual(order);
      }),
    );
  });

  it('repeats itself for the same stream', () => {
    fc.assert(
      fc.property(orders, seeds, (order, seed) => {
        expect(mutant(make(0.5), order, seed)).toEqual(mutant(make(0.5), order, seed));
      }),
    );
  });

  it('changes about as many individuals as its rate says', () => {
    const order = [...Array(12).keys()];
    const from = stream(1);
    let changed = 0;
    for (let k = 0; k < 10_000; k++) {
      const individual = Int32Array.from(order);
      make(0.3).mutate(individual, from);
      if (individual.join() !== order.join()) changed++;
    }
    expect(Math.abs(changed - 3000)).toBeLessThan(5 * Math.sqrt(10_000 * 0.3 * 0.7));
  });

  it('refuses a rate that is no probability', () => {
    for (const rate of [-0.1, 1.1, Number.NaN]) expect(() => make(rate)).toThrow(RangeError);
    expect(() => make('1' as never)).toThrow(TypeError);
  });
});

describe('swapMutation', () => {
  it('exchanges exactly two places at rate 1', () => {
    fc.assert(
      fc.property(orders, seeds, (order, seed) => {
        const moved = mutant(swapMutation({ rate: 1 }), order, seed).filter((unit, k) => unit !== order[k]);
        expect(moved).toHaveLength(order.length < 2 ? 0 : 2);
      }),
    );
  });

  it('exchanges every pair of places equally often', () => {
    const from = stream(5);
    const seen = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const individual = Int32Array.of(0, 1, 2, 3);
      swapMutation({ rate: 1 }).mutate(individual, from);
      const pair = [0, 1, 2, 3].filter((place) => individual[place] !== place).join();
      seen.set(pair, (seen.get(pair) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.5); // 99.9th percentile of chi-square with 5 degrees of freedom
  });
});
