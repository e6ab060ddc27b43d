// Every mutation obeys these. A new one is one more line in `mutations`.
import fc from 'fast-check';
import {
  insertMutation,
  inversionMutation,
  type Mutation,
  precedenceMutation,
  scrambleMutation,
  segmentMutation,
  swapMutation,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const mutations: Record<string, (rate: number) => Mutation> = {
  swapMutation: (rate) => swapMutation({ rate }),
  insertMutation: (rate) => insertMutation({ rate }),
  inversionMutation: (rate) => inversionMutation({ rate }),
  scrambleMutation: (rate) => scrambleMutation({ rate }),
  segmentMutation: (rate) => segmentMutation({ rate }),
  precedenceMutation: (rate) =>
    precedenceMutation(
      Array.from({ length: 12 }, () => []),
      { rate },
    ),
};

const orders = fc
  .integer({ min: 0, max: 12 })
  .chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }));
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const mutant = (mutation: Mutation, order: readonly number[], seed: number) => {
  const changed = Int32Array.from(order);
  mutation.mutate(changed, stream(seed));
  return [...changed];
};

describe.each(Object.entries(mutations))('%s', (name, make) => {
  const own = name === 'precedenceMutation' ? orders.filter(({ length }) => length === 12) : orders;

  it('keeps a permutation a permutation', () => {
    fc.assert(
      fc.property(own, seeds, (order, seed) => {
        expect(mutant(make(1), order, seed).sort((a, b) => a - b)).toEqual([...order.keys()]);
      }),
    );
  });

  it('changes nothing at rate 0', () => {
    fc.assert(
      fc.property(own, seeds, (order, seed) => {
        expect(mutant(make(0), order, seed)).toEqual(order);
      }),
    );
  });

  it('repeats itself for the same stream', () => {
    fc.assert(
      fc.property(own, seeds, (order, seed) => {
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

/** Which orders a mutation makes of 0..3, and how often. */
const spread = (mutation: Mutation, draws: number) => {
  const from = stream(5);
  const seen = new Map<string, number>();
  for (let k = 0; k < draws; k++) {
    const individual = Int32Array.of(0, 1, 2, 3);
    mutation.mutate(individual, from);
    seen.set(individual.join(''), (seen.get(individual.join('')) ?? 0) + 1);
  }
  return seen;
};

describe('insertMutation', () => {
  it('moves one gene to another place: all ways equally likely', () => {
    const seen = spread(insertMutation({ rate: 1 }), 12_000);
    // 4 genes x 3 places; a move to the neighbouring place can be made in two ways
    const expected = new Map<string, number>();
    for (let taken = 0; taken < 4; taken++) {
      for (let place = 0; place < 4; place++) {
        if (place === taken) continue;
        const order = [0, 1, 2, 3].filter((gene) => gene !== taken);
        order.splice(place, 0, taken);
        expected.set(order.join(''), (expected.get(order.join('')) ?? 0) + 1000);
      }
    }
    expect([...seen.keys()].sort()).toEqual([...expected.keys()].sort());
    const chiSquare = [...expected].reduce((sum, [order, count]) => sum + (seen.get(order)! - count) ** 2 / count, 0);
    expect(chiSquare).toBeLessThan(26.1); // 99.9th percentile of chi-square with 8 degrees of freedom
  });
});

describe('inversionMutation', () => {
  it('turns a stretch round: each equally likely', () => {
    const seen = spread(inversionMutation({ rate: 1 }), 6000);
    expect([...seen.keys()].sort()).toEqual(['0132', '0213', '0321', '1023', '2103', '3210']);
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(20.5); // 99.9th percentile of chi-square with 5 degrees of freedom
  });
});

describe('segmentMutation', () => {
  it('exchanges two neighbouring stretches: every choice of three cuts equally likely', () => {
    const seen = spread(segmentMutation({ rate: 1 }), 10_000);
    const expected: string[] = [];
    for (let a = 0; a < 3; a++) {
      for (let b = a + 1; b < 4; b++) {
        for (let c = b + 1; c < 5; c++) {
          const genes = [0, 1, 2, 3];
          expected.push([...genes.slice(0, a), ...genes.slice(b, c), ...genes.slice(a, b), ...genes.slice(c)].join(''));
        }
      }
    }
    expect([...seen.keys()].sort()).toEqual(expected.sort());
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 99.9th percentile of chi-square with 9 degrees of freedom
  });
});

describe('scrambleMutation', () => {
  it('reaches every order but the one given', () => {
    expect(spread(scrambleMutation({ rate: 1 }), 5000).size).toBe(23);
  });
});

describe('precedenceMutation', () => {
  const partialOrders = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 25 }).map((pairs) => {
    const before = Array.from({ length: 12 }, () => [] as number[]);
    for (const [a, b] of pairs) if (a !== b) before[Math.max(a, b)]!.push(Math.min(a, b));
    return before;
  });

  it('keeps precedence, and moves a gene where there is room', () => {
    fc.assert(
      fc.property(partialOrders, seeds, (before, seed) => {
        const order = Int32Array.from({ length: 12 }, (_, k) => k);
        const from = stream(seed);
        const mutation = precedenceMutation(before, { rate: 1 });
        for (let k = 0; k < 30; k++) mutation.mutate(order, from);
        const place = Array.from({ length: 12 }, (_, gene) => order.indexOf(gene));
        for (const [gene, list] of before.entries()) {
          for (const first of list) expect(place[first]).toBeLessThan(place[gene]!);
        }
      }),
    );
    const free = spread(precedenceMutation([[], [0], [], []], { rate: 1 }), 4000);
    expect([...free.keys()].every((order) => order.indexOf('0') < order.indexOf('1'))).toBe(true);
    expect(free.size).toBeGreaterThan(5);
    const chain = precedenceMutation([[], [0], [1], [2]], { rate: 1 });
    expect([...spread(chain, 50).keys()]).toEqual(['0123']);
  });

  it('refuses pairs that make no order', () => {
    expect(() => precedenceMutation([[1], [0]])).toThrow(/before has a cycle \(\d -> \d -> \d\)/);
    expect(() => precedenceMutation([[5]])).toThrow(/before\[0\] names 5, which is none of 0 to 0/);
  });
});
