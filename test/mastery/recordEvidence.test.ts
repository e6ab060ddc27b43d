import type { Evidence } from 'tutelage/evidence';
import { evidenceLog } from 'tutelage/evidence';
import { recordEvidence } from 'tutelage/mastery';
import { newLearnerProfile } from 'tutelage/profile';
import { betaBinomial, bkt, type TracingModel } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const by = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
const ana = deepFreeze(newLearnerProfile({ id: 'ana' }));
const answer = (id: string, at: number | null, score: number | null = 1, more: Partial<Evidence> = {}): Evidence => ({
  id,
  learnerId: 'ana',
  at,
  competencies: [{ id: 'fractions' }],
  score,
  source: 'quiz',
  ...more,
});
const logOf = (...entries: Evidence[]) => deepFreeze(evidenceLog(entries));

describe('recordEvidence', () => {
  it('leaves a profile as it is when there is no evidence', () => {
    expect(recordEvidence(ana, [], { by })).toBe(ana);
  });

  it('ungraded is counted and not wrong; what was ungraded and nothing else is unknown', () => {
    const after = recordEvidence(ana, answer('e1', 5, null), { by });
    expect(after.competencies).toEqual([
      { competencyId: 'fractions', value: null, sd: null, n: 0, ungraded: 1, lastAt: 5, by: 'bkt' },
    ]);
    expect(after.history).toEqual({ n: 1, firstAt: 5, lastAt: 5, lastId: 'e1' });
  });

  it('evidence of no competency counts in the history alone', () => {
    const after = recordEvidence(ana, answer('e1', null, 1, { competencies: [] }), { by });
    expect(after.competencies).toEqual([]);
    expect(after.history).toEqual({ n: 1, firstAt: null, lastAt: null, lastId: 'e1' });
  });

  it('keeps fields of your own, the other records and what you keep in the history', () => {
    const mine = { ...ana, school: 'north', history: { n: 0, firstAt: null, lastAt: null, evidenceIds: ['essay'] } };
    const after = recordEvidence(mine, answer('e1', 5), { by });
    expect(after.school).toBe('north');
    expect(after.history?.evidenceIds).toEqual(['essay']);
    const more = recordEvidence(after, answer('e2', 6, 1, { competencies: [{ id: '__proto__' }] }), { by });
    expect(more.competencies![0]).toBe(after.competencies![0]);
    expect(more.competencies![1]).toMatchObject({ competencyId: '__proto__', n: 1 });
  });

  it('a re-sent piece changes nothing, at once or much later', () => {
    const once = recordEvidence(ana, [answer('e1', 1), answer('e2', 2)], { by });
    expect(recordEvidence(once, answer('e2', 2), { by })).toBe(once);
    const log = logOf(answer('e1', 1), answer('e2', 2));
    expect(recordEvidence(once, [answer('e1', 1), answer('e2', 2)], { by, log })).toBe(once);
  });

  it('asks for the log when evidence comes late, and refuses a log that is not that of before the call', () => {
    const once = recordEvidence(ana, [answer('e1', 1), answer('e3', 3)], { by });
    expect(() => recordEvidence(once, answer('e2', 2), { by })).toThrow(
      /"e2" lies before the last recorded; pass options.log/,
    );
    const ahead = logOf(answer('e1', 1), answer('e2', 2), answer('e3', 3));
    expect(() => recordEvidence(once, answer('e2', 2), { by, log: ahead })).toThrow(
      /holds 3 entries but the profile has recorded 2/,
    );
    const gappy = logOf(answer('e3', 3));
    expect(() => recordEvidence(once, answer('e2', 2), { by, log: gappy })).toThrow(
      /must hold the 2 graded answers recorded so far, got 1/,
    );
  });

  it('refuses one id for two different things, strangers and other models', () => {
    const once = recordEvidence(ana, [answer('e1', 1), answer('e3', 3)], { by });
    const log = logOf(answer('e1', 1), answer('e3', 3));
    expect(() => recordEvidence(once, answer('e1', 1, 0), { by, log })).toThrow(/"e1" stands for two different/);
    expect(() => recordEvidence(ana, answer('e1', 1, 1, { learnerId: 'bo' }), { by })).toThrow(
      /of "ana" but evidence "e1" of "bo"/,
    );
    expect(() => recordEvidence(once, answer('e4', 4), { by: betaBinomial() })).toThrow(/was estimated by "bkt"/);
    expect(() => recordEvidence(ana, answer('e1', 1), { by: 'bkt' as never })).toThrow(/strategy such as bkt/);
    expect(() => recordEvidence(ana, { ...answer('e1', 1), score: 7 }, { by })).toThrow(/score must lie in \[0, 1\]/);
    const twice = [{ id: 'fractions' }, { id: 'fractions', weight: 0.5 }];
    expect(() => recordEvidence(ana, answer('e1', 1, 1, { competencies: twice }), { by })).toThrow(/listed twice/);
  });

  it('undated evidence comes first, in the order in which it came', () => {
    const entries = [answer('b', null, 0), answer('a', null, 1), answer('d', 9, 1), answer('c', null, 0)];
    const whole = recordEvidence(ana, entries, { by });
    let piecewise = ana;
    const arrived: Evidence[] = [];
    for (const entry of entries) {
      piecewise = recordEvidence(piecewise, entry, { by, log: logOf(...arrived) });
      arrived.push(entry);
    }
    expect(piecewise).toEqual(whole);
    const inOrder = [0, 1, 0, 1].reduce((state, score) => by.update(state, score), by.init());
    expect(whole.competencies![0]!.value).toBe(by.estimate(inOrder).value);
  });

  it('goes back no further than it says, and keeps few checkpoints', () => {
    let updates = 0;
    const counting: TracingModel = {
      ...by,
      update(state, score, weight) {
        updates++;
        return (by as TracingModel).update(state, score, weight);
      },
    };
    const n = 5_000;
    const entries = Array.from({ length: n }, (_, k) => answer(`e${k}`, 10 * k, k % 3 ? 1 : 0));
    const log = logOf(...entries);
    const whole = recordEvidence(ana, entries, { by });
    expect(whole.competencies![0]!.trace!.checkpoints!.length).toBeLessThanOrEqual(2 * Math.log2(n / 64) + 2);
    for (const after of [1, 2, 63, 64, 65, 100, 500, 1_000, 2_500, 4_999]) {
      updates = 0;
      const late = answer('late', 10 * (n - after) - 5);
      const result = recordEvidence(whole, late, { by: counting, log });
      expect(updates).toBeLessThanOrEqual(Math.max(after + 64, 3 * after) + 1);
      expect(result).toEqual(recordEvidence(ana, [...entries, late], { by }));
    }
  });
});
