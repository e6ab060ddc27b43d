import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { checkSeed } from '../../src/random/checkSeed.ts';
import { shuffle } from '../../src/random/shuffle.ts';
import { below, stream, uniform } from '../../src/random/stream.ts';

describe('stream', () => {
  it('is the xoroshiro128+ of pure-rand, bit for bit', () => {
    for (const seed of [0, 1, 7, 123_456_789, 2 ** 31, 2 ** 32 - 1]) {
      const theirs = xoroshiro128plus(seed);
      const ours = stream(seed);
      for (let k = 0; k < 2000; k++) expect(ours.next()).toBe(theirs.next());
    }
  });

  it('repeats itself for the same seed and differs for another', () => {
    const draw = (seed: number) => {
      const from = stream(seed);
      return Array.from({ length: 5 }, () => uniform(from));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('draws every permutation of three equally often', () => {
    const from = stream(1);
    const seen = new Map<string, number>();
    for (let k = 0; k < 6000; k++) {
      const order = Int32Array.from([0, 1, 2]);
      shuffle(order, from);
      seen.set(order.join(), (seen.get(order.join()) ?? 0) + 1);
    }
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(seen.size).toBe(6);
    expect(chiSquare).toBeLessThan(20.5); // 99.9th percentile of chi-square with 5 degrees of freedom
  });

  it('draws whole numbers below the count and nothing else', () => {
    const from = stream(3);
    const drawn = new Set(Array.from({ length: 200 }, () => below(from, 3)));
    expect([...drawn].sort()).toEqual([0, 1, 2]);
    expect(below(from, 1)).toBe(0);
  });
});

describe('checkSeed', () => {
  it('takes unsigned 32-bit integers only', () => {
    for (const seed of [0, 1, 4294967295]) expect(() => checkSeed('f', seed)).not.toThrow();
    for (const seed of [-1, 1.5, Number.NaN, 4294967296]) expect(() => checkSeed('f', seed)).toThrow(RangeError);
    expect(() => checkSeed('f', '1' as never)).toThrow(TypeError);
  });
});
