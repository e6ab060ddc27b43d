import { votedDifficulties } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { close } from '../tolerance.ts';

const votesOf = (unitId: string, ...levels: number[]) => levels.map((level) => ({ unitId, level }));

describe('votedDifficulties', () => {
  it('is the weighted mean of the expert and the mean vote', () => {
    const units = [{ id: 'a', difficulty: 1 }];
    const votes = votesOf('a', 2, 1, 0, 2);
    for (const weight of [0, 0.3, 1]) {
      const [found] = votedDifficulties(units, votes, { weight });
      close(found!.difficulty!, weight * 1 + (1 - weight) * 1.25);
      // variance of 2, 1, 0, 2 is 11 / 12
      close(found!.se!, (1 - weight) * Math.sqrt(11 / 12 / 4));
    }
  });

  it('is what there is: votes alone, the expert alone, or nothing', () => {
    const units = [{ id: 'voted' }, { id: 'expert', difficulty: -0.7 }, { id: 'neither' }, { id: '__proto__' }];
    const votes = [...votesOf('voted', 1), ...votesOf('__proto__', -2, -2)];
    expect(votedDifficulties(units, votes)).toEqual([
      { unitId: 'voted', difficulty: 1, votes: 1, se: null },
      { unitId: 'expert', difficulty: -0.7, votes: 0, se: null },
      { unitId: 'neither', difficulty: null, votes: 0, se: null },
      { unitId: '__proto__', difficulty: -2, votes: 2, se: 0 },
    ]);
  });

  it('refuses votes beyond the scale or for nothing', () => {
    expect(() => votedDifficulties([{ id: 'a' }], votesOf('a', 3))).toThrow(
      /votes\[0\].level must be in \[-2, 2\], got 3/,
    );
    expect(() => votedDifficulties([{ id: 'a' }], votesOf('a', Number.NaN))).toThrow(RangeError);
    expect(() => votedDifficulties([{ id: 'a' }], votesOf('b', 1))).toThrow(/votes\[0\] is for "b", which is no unit/);
    expect(() => votedDifficulties([{ id: 'a', difficulty: Infinity }], [])).toThrow(
      /difficulty of unit "a" must be finite/,
    );
    expect(() => votedDifficulties([], [], { weight: 2 })).toThrow(/weight/);
  });
});
