import fc from 'fast-check';
import type { Evidence } from 'tutelage/evidence';
import { applyRetention, type EvidenceSummary } from 'tutelage/privacy';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

const DAY = 86_400_000;
const NOW = 400 * DAY;
const entry = (id: number, at: number | null, more: Partial<Evidence> = {}): Evidence => ({
  id: `e${id}`,
  learnerId: 'ana',
  at,
  competencies: [{ id: 'a' }],
  score: 1,
  source: 'quiz',
  ...more,
});
const policy = { maxAgeDays: 30, undated: 'keep' } as const;

describe('applyRetention', () => {
  it('nothing in, nothing out', () => {
    expect(applyRetention([], policy, NOW)).toEqual({ kept: [], summaries: [], removed: 0 });
  });

  it('keeps what is exactly as old as allowed and not what is a millisecond older; undated as the policy says', () => {
    const log = deepFreeze([entry(1, NOW - 30 * DAY), entry(2, NOW - 30 * DAY - 1), entry(3, null)]);
    expect(applyRetention(log, policy, NOW).kept.map(({ id }) => id)).toEqual(['e1', 'e3']);
    expect(applyRetention(log, { ...policy, undated: 'remove' }, NOW).kept.map(({ id }) => id)).toEqual(['e1']);
  });

  it('limits by source', () => {
    const log = [entry(1, NOW - 100 * DAY, { source: 'exam' }), entry(2, NOW - 100 * DAY)];
    const { kept, summaries } = applyRetention(log, { ...policy, bySource: { exam: 365 } }, NOW);
    expect(kept.map(({ id }) => id)).toEqual(['e1']);
    expect(summaries).toEqual([
      {
        learnerId: 'ana',
        competencyId: 'a',
        source: 'quiz',
        n: 1,
        ungraded: 0,
        weight: 1,
        score: 1,
        firstAt: NOW - 100 * DAY,
        lastAt: NOW - 100 * DAY,
      },
    ]);
  });

  it('sums are by learner, competency and source; ungraded is not wrong; no competency is a place of its own', () => {
    const old = [
      entry(1, 10, { score: 0.5, competencies: [{ id: '__proto__', weight: 0.4 }, { id: 'b' }] }),
      entry(2, 5, { score: null, competencies: [{ id: '__proto__' }] }),
      entry(3, null, { competencies: [] }),
    ];
    const { summaries, removed } = applyRetention(old, { ...policy, undated: 'remove' }, NOW);
    expect(removed).toBe(3);
    expect(
      summaries.map(({ competencyId, n, ungraded, weight, score, firstAt, lastAt }) => [
        competencyId,
        n,
        ungraded,
        weight,
        score,
        firstAt,
        lastAt,
      ]),
    ).toEqual([
      ['__proto__', 1, 1, 0.4, 0.2, 5, 10],
      ['b', 1, 0, 1, 0.5, 10, 10],
      [null, 1, 0, 1, 1, null, null],
    ]);
  });

  it('refuses limits that are none', () => {
    expect(() => applyRetention([], { ...policy, maxAgeDays: 0 }, NOW)).toThrow(/maxAgeDays/);
    expect(() => applyRetention([], { ...policy, bySource: { quiz: -1 } }, NOW)).toThrow(/bySource.quiz/);
    expect(() => applyRetention([], { maxAgeDays: 1 } as never, NOW)).toThrow(/undated must be 'keep' or 'remove'/);
    expect(() => applyRetention([], policy, Number.NaN)).toThrow(/now/);
    expect(() => applyRetention({} as never, policy, NOW)).toThrow(/log must be an array/);
  });

  const drawn = fc.array(
    fc.record({
      learnerId: fc.constantFrom('ana', 'bo'),
      at: fc.option(fc.integer({ min: 300, max: 400 }).map((day) => day * DAY)),
      competencies: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b') }), { selector: ({ id }) => id }),
      score: fc.option(fc.constantFrom(0, 0.5, 1)),
      source: fc.constantFrom('quiz', 'exam'),
    }),
    { maxLength: 40 },
  );

  it('nothing is lost: the sums of what is kept and what is removed are those of the whole; twice is once', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom('keep', 'remove'), (rows, undated) => {
        const log = rows.map((row, k) => ({ ...row, id: `e${k}` }) as Evidence);
        const rule = { maxAgeDays: 30, bySource: { exam: 60 }, undated } as const;
        const { kept, summaries, removed } = applyRetention(log, rule, NOW);
        expect(kept.length + removed).toBe(log.length);
        const all = (entries: readonly Evidence[]) =>
          applyRetention(entries, { maxAgeDays: 1e-9, undated: 'remove' }, NOW + 1e9).summaries;
        const totals = (of: readonly EvidenceSummary[]) => {
          const by = new Map<string, number[]>();
          for (const { learnerId, competencyId, source, n, ungraded, weight, score } of of) {
            const key = JSON.stringify([learnerId, competencyId, source]);
            by.set(
              key,
              (by.get(key) ?? [0, 0, 0, 0]).map((sum, k) => sum + [n, ungraded, weight, score][k]!),
            );
          }
          return [...by].sort(([left], [right]) => (left < right ? -1 : 1));
        };
        const [parts, whole] = [totals([...all(kept), ...summaries]), totals(all(log))];
        expect(parts.map(([key]) => key)).toEqual(whole.map(([key]) => key));
        close(
          parts.flatMap(([, sums]) => sums),
          whole.flatMap(([, sums]) => sums),
        );
        expect(applyRetention(kept, rule, NOW)).toEqual({ kept, summaries: [], removed: 0 });
      }),
    );
  });
});
