// Every crossover obeys these. A new one is one more line in `crossovers`.
import fc from 'fast-check';
import { type Crossover, orderCrossover } from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const crossovers: Record<string, (rate: number) => Crossover> = { orderCrossover: (rate) => orderCrossover({ rate }) };

const parents = fc.integer({ min: 0, max: 12 }).chain((size) => {
  const order = fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size });
  return fc.tuple(order, order);
});
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const scratch = new Int32Array(12);
const childOf = (crossover: Crossover, first: readonly number[], second: readonly number[], seed: number) => {
  const child = new Int32Array(first.length).fill(-1);
  crossover.cross(
    Int32Array.from(first),
    Int32Array.from(second),
    child,
    scratch.subarray(0, first.length),
    stream(seed),
  );
  return [...child];
};

describe.each(Object.entries(crossovers))('%s', (_, make) => {
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
        expect(childOf(make(1), first, first, seed)).toEqual(first);
      }),
    );
  });

  it('draws from the stream it is given and nothing else, and leaves the parents alone', () => {
    fc.assert(
      fc.property(parents, seeds, ([first, second], seed) => {
        const [one, two] = [Int32Array.from(first), Int32Array.from(second)];
        const children = [0, 1].map(() => {
          const child = new Int32Array(first.length);
          make(0.5).cross(one, two, child, scratch.subarray(0, first.length), stream(seed));
          return [...child];
        });
        expect(children[0]).toEqual(children[1]);
        expect([[...one], [...two]]).toEqual([first, second]);
      }),
    );
  });

  it('does mix two parents', () => {
    const first = [...Array(12).keys()];
    const children = first.map((seed) => childOf(make(1), first, [...first].reverse(), seed).join());
    expect(new Set(children).size).toBeGreaterThan(6);
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
