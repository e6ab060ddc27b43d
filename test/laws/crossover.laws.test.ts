// Every crossover obeys these. A new one is one more line in `crossovers`.
import fc from 'fast-check';
import {
  type Crossover,
  cycleCrossover,
  edgeRecombination,
  middleCrossover,
  orderCrossover,
  partiallyMappedCrossover,
  precedenceCrossover,
  prefixCrossover,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const crossovers: Record<string, (rate: number) => Crossover> = {
  orderCrossover: (rate) => orderCrossover({ rate }),
  partiallyMappedCrossover: (rate) => partiallyMappedCrossover({ rate }),
  cycleCrossover: (rate) => cycleCrossover({ rate }),
  edgeRecombination: (rate) => edgeRecombination({ rate }),
  prefixCrossover: (rate) => prefixCrossover({ rate }),
  middleCrossover: (rate) => middleCrossover({ rate }),
  precedenceCrossover: (rate) => precedenceCrossover({ rate }),
};

const parents = fc.integer({ min: 0, max: 12 }).chain((size) => {
  const order = fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size });
  return fc.tuple(order, order);
});
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const scratch = new Int32Array(8 * 12);
const childOf = (crossover: Crossover, first: readonly number[], second: readonly number[], seed: number) => {
  const child = new Int32Array(first.length).fill(-1);
  crossover.cross(
    Int32Array.from(first),
    Int32Array.from(second),
    child,
    scratch.subarray(0, 8 * first.length),
    stream(seed),
  );
  return [...child];
};

/** Neighbours, whichever comes first; the last and the first are neighbours too. */
const edges = (order: readonly number[]) =>
  order.map((gene, k) => [gene, order[(k + 1) % order.length]!].sort((a, b) => a - b).join());

describe.each(Object.entries(crossovers))('%s', (name, make) => {
  it('makes a permutation of two permutations and leaves its scratch space clean', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const child = childOf(make(1), first, second, seed);
        expect([...child].sort((a, b) => a - b)).toEqual([...first.keys()]);
        expect(scratch.every((value) => value === 0)).toBe(true);
      }),
    );
  });

  it('hands on the first parent at rate 0', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        expect(childOf(make(0), first, second, seed)).toEqual(first);
      }),
    );
  });

  it('hands on what both parents are when they are the same', () => {
    fc.assert(
      fc.property(parents, seeds, ([first], seed) => {
        const child = childOf(make(1), first, first, seed);
        if (name === 'edgeRecombination') expect(edges(child).every((edge) => edges(first).includes(edge))).toBe(true);
        else expect(child).toEqual(first);
      }),
    );
  });

  it('draws from the stream it is given and nothing else, and leaves the parents alone', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const [one, two] = [Int32Array.from(first), Int32Array.from(second)];
        const children = [0, 1].map(() => {
          const child = new Int32Array(first.length);
          make(0.5).cross(one, two, child, scratch.subarray(0, 8 * first.length), stream(seed));
          return [...child];
        });
        expect(children[0]).toEqual(children[1]);
        expect([[...one], [...two]]).toEqual([first, second]);
      }),
    );
  });

  it('does mix two parents', () => {
    const first = [...Array(12).keys()];
    const second = [3, 0, 1, 4, 2, 7, 5, 6, 9, 11, 8, 10];
    const children = first.map((seed) => childOf(make(1), first, second, seed).join());
    expect(children.filter((child) => child !== first.join() && child !== second.join()).length).toBeGreaterThan(6);
  });

  it('refuses a rate that is no probability', () => {
    for (const rate of [-0.1, 1.1, Number.NaN]) expect(() => make(rate)).toThrow(RangeError);
    expect(() => make('1' as never)).toThrow(TypeError);
  });
});

describe('orderCrossover', () => {
  it('keeps a stretch of the first parent in place and the rest in the order of the second, from behind the stretch', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const child = childOf(orderCrossover({ rate: 1 }), first, second, seed);
        const size = first.length;
        const around = (start: number, of: readonly number[]) => of.map((_, k) => of[(start + k) % size]!);
        const explained = first.some((_, start) =>
          first.slice(start).some((_, length) => {
            const end = start + length;
            const kept = first.slice(start, end + 1);
            const rest = around(end + 1, second).filter((gene) => !kept.includes(gene));
            const expected = around(size - ((end + 1) % size), [...rest, ...kept]);
            return expected.join() === child.join();
          }),
        );
        expect(size === 0 || explained).toBe(true);
      }),
    );
  });
});

describe.each([
  ['prefixCrossover', prefixCrossover],
  ['middleCrossover', middleCrossover],
  ['precedenceCrossover', precedenceCrossover],
] as const)('%s', (_, make) => {
  it('keeps every pair that stands in the same order in both parents', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const child = childOf(make({ rate: 1 }), first, second, seed);
        for (const a of first) {
          for (const b of first) {
            const agreed = [first, second].every((parent) => parent.indexOf(a) < parent.indexOf(b));
            if (agreed) expect(child.indexOf(a)).toBeLessThan(child.indexOf(b));
          }
        }
      }),
    );
  });
});

describe('partiallyMappedCrossover', () => {
  it('is what exchanging genes one by one makes of a copy of the second parent', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const child = childOf(partiallyMappedCrossover({ rate: 1 }), first, second, seed);
        // Goldberg & Lingle's own words: for each place of the stretch, swap within the second parent so that the first one's gene is there
        const mapped = (start: number, end: number) => {
          const copy = [...second];
          for (let k = start; k <= end; k++) {
            const other = copy.indexOf(first[k]!);
            [copy[k], copy[other]] = [copy[other]!, copy[k]!];
          }
          return copy.join();
        };
        const explained = first.some((_, start) =>
          first.slice(start).some((_, length) => mapped(start, start + length) === child.join()),
        );
        expect(first.length === 0 || explained).toBe(true);
      }),
    );
  });
});

describe('cycleCrossover', () => {
  it('takes every gene from where it stands in a parent, and both parents in turn', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const child = childOf(cycleCrossover({ rate: 1 }), first, second, seed);
        expect(child.every((gene, k) => gene === first[k] || gene === second[k])).toBe(true);
      }),
    );
    // cycles of the published example: {0, 3, 7, 8} from the first, {1, 2, 6} and {4} ... see Oliver, Smith & Holland (1987)
    const first = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const second = [8, 2, 6, 7, 1, 5, 4, 0, 3];
    expect(childOf(cycleCrossover({ rate: 1 }), first, second, 1)).toEqual([0, 2, 6, 3, 1, 5, 4, 7, 8]);
  });
});

describe('edgeRecombination', () => {
  it('makes nearly all neighbours of the child neighbours in a parent', () => {
    const from = stream(3);
    let foreign = 0;
    for (let seed = 0; seed < 500; seed++) {
      const [first, second] = [0, 1].map(() => {
        const order = Int32Array.from({ length: 30 }, (_, k) => k);
        for (let k = 29; k > 0; k--) {
          const other = (from.next() >>> 0) % (k + 1);
          [order[k], order[other]] = [order[other]!, order[k]!];
        }
        return [...order];
      });
      const known = new Set([...edges(first!), ...edges(second!)]);
      const child = new Int32Array(30);
      edgeRecombination({ rate: 1 }).cross(
        Int32Array.from(first!),
        Int32Array.from(second!),
        child,
        new Int32Array(240),
        from,
      );
      foreign += edges([...child])
        .slice(0, -1)
        .filter((edge) => !known.has(edge)).length;
    }
    expect(foreign / (500 * 29)).toBeLessThan(0.05); // Whitley et al. (1989) report 1 to 2 %
  });
});
