import fc from 'fast-check';
import { byLearner, type Evidence, evidenceLog } from 'tutelage/evidence';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const entry = (more: Partial<Evidence> = {}): Evidence => ({
  id: 'e1',
  learnerId: 'ana',
  at: 1000,
  competencies: [{ id: 'fractions' }],
  score: 1,
  source: 'quiz',
  ...more,
});

describe('evidenceLog', () => {
  it('is empty for no evidence', () => {
    expect(evidenceLog([])).toEqual({ entries: [], repeated: [] });
  });

  it('gives the same log whatever order dated entries arrive in', () => {
    const entries = Array.from({ length: 12 }, (_, k) => entry({ id: `e${k}`, at: 1000 * (k % 4) }));
    const expected = evidenceLog(entries).entries;
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 12 }), (shuffled) => {
        expect(evidenceLog(shuffled).entries).toEqual(expected);
      }),
    );
    expect(expected.map(({ at }) => at)).toEqual([0, 0, 0, 1000, 1000, 1000, 2000, 2000, 2000, 3000, 3000, 3000]);
  });

  it('keeps undated entries first and in the order given', () => {
    const log = evidenceLog([entry({ id: 'b', at: null }), entry({ id: 'c', at: 5 }), entry({ id: 'a', at: null })]);
    expect(log.entries.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('counts the same entry sent twice once, whatever the order of its keys', () => {
    const { id, ...rest } = entry();
    const log = evidenceLog([entry(), { ...rest, id }]);
    expect(log.entries).toHaveLength(1);
    expect(log.repeated).toHaveLength(1);
  });

  it('refuses one id for two different pieces of evidence', () => {
    expect(() => evidenceLog([entry(), entry({ score: 0 })])).toThrow(/entries\[1\]: id "e1" stands for two different/);
  });

  it('keeps repeated attempts at one item', () => {
    expect(evidenceLog([entry({ itemId: 'q1' }), entry({ id: 'e2', itemId: 'q1', attempt: 2 })]).entries).toHaveLength(
      2,
    );
  });

  it('keeps ungraded evidence as it is: not graded is not wrong', () => {
    expect(evidenceLog([entry({ score: null })]).entries[0]!.score).toBeNull();
  });

  it.each([
    [{ score: 1.2 }, /score must lie in \[0, 1\] or be null \(not graded\), got 1.2/],
    [{ score: Number.NaN }, /score .* got NaN/],
    [{ at: Number.NaN }, /at must be epoch milliseconds or null, got NaN/],
    [{ at: undefined as never }, /at must be/],
    [{ id: '' }, /id must be a non-empty string, got ""/],
    [{ learnerId: 7 as never }, /learnerId must be a non-empty string, got 7/],
    [{ competencies: [{ id: 'a', weight: 0 }] }, /weight of "a" must lie in \(0, 1\], got 0/],
    [{ competencies: [null as never] }, /every competency needs a non-empty id/],
    [{ competencies: 'fractions' as never }, /competencies must be an array/],
    [{ confidence: 2 }, /confidence must lie in \[0, 1\], got 2/],
  ])('refuses %j and says what is wrong', (more, message) => {
    expect(() => evidenceLog([entry(more)])).toThrow(message);
  });

  it('refuses what is no list and no object', () => {
    expect(() => evidenceLog('log' as never)).toThrow(TypeError);
    expect(() => evidenceLog([null as never])).toThrow(/entries\[0\]: must be an object, got null/);
  });

  it('leaves its input alone and treats __proto__ as an ordinary id', () => {
    const odd = ['__proto__', 'constructor', 'toString'].map((id) => entry({ id, learnerId: id, at: null }));
    expect(evidenceLog(deepFreeze(odd)).entries).toHaveLength(3);
    expect([...byLearner(odd).keys()]).toEqual(['__proto__', 'constructor', 'toString']);
  });
});
