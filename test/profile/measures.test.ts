import type { Evidence } from 'tutelage/evidence';
import { hasConsent, measureConfidence, measurePace, newLearnerProfile } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import vectors from '../reference/profile/calibration.json' with { type: 'json' };
import { close } from '../tolerance.ts';

const entry = (id: number, more: Partial<Evidence>): Evidence => ({
  id: `e${id}`,
  learnerId: 'ana',
  at: null,
  competencies: [],
  score: null,
  source: 'quiz',
  ...more,
});

describe('measureConfidence', () => {
  it('is null where nothing was rated or nothing graded', () => {
    expect(measureConfidence([])).toBeNull();
    expect(measureConfidence([entry(1, { confidence: 1 }), entry(2, { score: 1 })])).toBeNull();
  });

  it('has the bias of the reference', () => {
    const { confidence, correct } = vectors;
    const rated = confidence.map((value, k) => entry(k, { confidence: value, score: correct[k]! }));
    const { bias, n } = measureConfidence(deepFreeze(rated))!;
    close(bias, vectors.bias);
    expect(n).toBe(confidence.length);
  });
});

describe('measurePace', () => {
  const activities = deepFreeze([
    { id: '__proto__', competencyIds: [], minutes: 10 },
    { id: 'open', competencyIds: [] },
  ]);
  const took = (id: number, minutes: number, activityId = '__proto__') =>
    entry(id, { activityId, durationMs: minutes * 60_000 });

  it('is null where no time is known both ways', () => {
    expect(measurePace([], activities)).toBeNull();
    expect(measurePace([took(1, 5, 'open'), took(2, 5, 'unknown'), entry(3, {})], activities)).toBeNull();
  });

  it('moves from typical towards the measured pace as evidence grows', () => {
    const slow = Array.from({ length: 600 }, (_, k) => took(k, 20));
    const paces = [1, 6, 60, 600].map((n) => measurePace(slow.slice(0, n), activities)!.multiplier);
    close(paces, [80 / 70, 180 / 120, 1260 / 660, 12_060 / 6060]);
    expect(measurePace(slow.slice(0, 1), activities, { shrinkMinutes: 10 })).toEqual({ multiplier: 1.5, n: 1 });
    expect(() => measurePace(slow, activities, { shrinkMinutes: 0 })).toThrow(/shrinkMinutes/);
  });
});

describe('hasConsent', () => {
  const said = (at: number, given: boolean, expires?: number) => ({
    purpose: 'planning',
    given,
    by: 'learner' as const,
    at,
    ...(expires !== undefined && { expires }),
  });
  const of = (...consent: ReturnType<typeof said>[]) => deepFreeze(newLearnerProfile({ id: 'ana', consent }));

  it('silence is no consent', () => {
    expect(hasConsent(newLearnerProfile({ id: 'ana' }), 'planning', 5)).toBe(false);
    expect(hasConsent(of(said(0, true)), 'research', 5)).toBe(false);
  });

  it('the latest word holds, whatever the order of the list, and not before it was said', () => {
    expect(hasConsent(of(said(2, false), said(1, true)), 'planning', 5)).toBe(false);
    expect(hasConsent(of(said(2, true), said(1, false)), 'planning', 5)).toBe(true);
    expect(hasConsent(of(said(2, false), said(2, true)), 'planning', 5)).toBe(true);
    expect(hasConsent(of(said(9, true)), 'planning', 5)).toBe(false);
    expect(hasConsent(of(said(1, true, 5)), 'planning', 4)).toBe(true);
    expect(hasConsent(of(said(1, true, 5)), 'planning', 5)).toBe(false);
    expect(() => hasConsent(of(), 'planning', Number.NaN)).toThrow(/now must be epoch/);
  });
});
