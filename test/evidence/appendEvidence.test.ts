import fc from 'fast-check';
import { appendEvidence, type Evidence, evidenceLog } from 'tutelage/evidence';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const answer = (id: string, at: number | null, score = 1): Evidence => ({
  id,
  learnerId: 'ana',
  at,
  competencies: [],
  score,
  source: 'quiz',
});

describe('appendEvidence', () => {
  it('nothing appended to nothing is nothing', () => {
    expect(appendEvidence(evidenceLog([]), [])).toEqual({ entries: [], repeated: [] });
  });

  it('puts late evidence in its place, keeps repeats apart and leaves the old log as it was', () => {
    const log = deepFreeze(evidenceLog([answer('a', 1), answer('c', 3), answer('c', 3)]));
    const more = appendEvidence(log, deepFreeze([answer('b', 2), answer('a', 1), answer('u', null)]));
    expect(more.entries.map(({ id }) => id)).toEqual(['u', 'a', 'b', 'c']);
    expect(more.repeated.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(log.entries).toHaveLength(2);
  });

  it('refuses an id that already stands for something else, also at another time', () => {
    const log = evidenceLog([answer('__proto__', 1)]);
    expect(() => appendEvidence(log, [answer('__proto__', 1, 0)])).toThrow(/"__proto__" stands for two different/);
    expect(() => appendEvidence(log, [answer('__proto__', 2)])).toThrow(RangeError);
  });

  it('piece by piece in any order gives what all at once gives', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(), fc.nat(50)), { selector: ([id]) => id, maxLength: 60 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (pairs, size) => {
        const entries = pairs.map(([id, at]) => answer(`e${id}`, at));
        let log = evidenceLog([]);
        for (let k = 0; k < entries.length; k += size) log = appendEvidence(log, entries.slice(k, k + size));
        expect(log.entries).toEqual(evidenceLog([...entries].reverse()).entries);
      }),
    );
  });
});
