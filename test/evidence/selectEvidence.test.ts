import { type Evidence, selectEvidence } from 'tutelage/evidence';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const entries: readonly Evidence[] = deepFreeze([
  { id: '1', learnerId: 'ana', at: null, competencies: [{ id: 'a' }], score: 1, source: 'quiz', itemId: 'q1' },
  { id: '2', learnerId: 'ana', at: 10, competencies: [{ id: 'a' }, { id: 'b' }], score: null, source: 'project' },
  { id: '3', learnerId: 'bo', at: 20, competencies: [{ id: 'b' }], score: 0, source: 'exam', activityId: 'x' },
  { id: '4', learnerId: 'bo', at: 30, competencies: [], score: 0, source: 'exam', itemId: 'q1' },
]);
const ids = (query: Parameters<typeof selectEvidence>[1]) => selectEvidence(entries, query).map(({ id }) => id);

describe('selectEvidence', () => {
  it('selects everything when nothing is asked, and nothing from nothing', () => {
    expect(ids({})).toEqual(['1', '2', '3', '4']);
    expect(selectEvidence([], { competencyId: 'a' })).toEqual([]);
  });

  it.each([
    [{ competencyId: 'a' }, ['1', '2']],
    [{ competencyId: 'b', learnerId: 'bo' }, ['3']],
    [{ competencyId: '__proto__' }, []],
    [{ itemId: 'q1' }, ['1', '4']],
    [{ activityId: 'x' }, ['3']],
    [{ sources: ['exam', 'quiz'] }, ['1', '3', '4']],
    [{ sources: [] }, []],
    [{ graded: false }, ['2']],
    [{ graded: true }, ['1', '3', '4']],
    [{ from: 10 }, ['2', '3', '4']],
    [{ until: 30 }, ['2', '3']],
    [{ from: 10, until: 10 }, []],
    [{ from: Number.NEGATIVE_INFINITY }, ['2', '3', '4']],
  ] as const)('%j finds %j', (query, found) => expect(ids(query)).toEqual(found));

  it('refuses a time that is none', () => {
    expect(() => ids({ from: Number.NaN })).toThrow(/from must be epoch milliseconds, got NaN/);
    expect(() => ids({ until: 'today' as never })).toThrow(/until/);
  });
});
