import { type LearnerProfile, newLearnerProfile, profileCompleteness } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const profile = (more: Partial<LearnerProfile> = {}) => deepFreeze(newLearnerProfile({ id: 'ana', ...more }));

describe('profileCompleteness', () => {
  it('an empty profile lacks everything that is asked for', () => {
    const { share, missing, stale, expired } = profileCompleteness(profile(), NOW);
    expect([share, missing.length, stale, expired]).toEqual([0, 10, [], []]);
    expect(profileCompleteness(profile(), NOW, { fields: [] }).share).toBe(1);
  });

  it('an empty list is an answer', () => {
    expect(profileCompleteness(profile({ supports: [] }), NOW, { fields: ['supports'] })).toEqual({
      share: 1,
      missing: [],
      stale: [],
      expired: [],
    });
  });

  it('tells stale from expired, at the exact limits', () => {
    const record = { value: 0.5, sd: 0.1, n: 3, by: 'bkt' };
    const goal = { competencyIds: [], target: 1, owner: 'learner' } as const;
    const given = profile({
      competencies: [
        { ...record, competencyId: 'old', lastAt: NOW - 180 * DAY - 1 },
        { ...record, competencyId: 'fresh', lastAt: NOW - 180 * DAY },
        { ...record, competencyId: 'undated', lastAt: null },
      ],
      goals: [
        { ...goal, id: 'over', status: 'open', due: NOW },
        { ...goal, id: 'ahead', status: 'open', due: NOW + 1 },
        { ...goal, id: 'done', status: 'reached', due: 0 },
      ],
      plan: { kind: 'other', accommodations: [], review: NOW - 1 },
      consent: [{ purpose: 'planning', given: true, by: 'learner', at: 0, expires: NOW }],
      locale: 'pt',
      provenance: [{ field: 'locale', source: 'self', at: NOW - 200 * DAY }],
      interests: { stated: { source: 'self', at: NOW - 300 * DAY, expires: NOW + 1 } },
    });
    const fields = ['competencies', 'goals', 'plan', 'consent', 'locale', 'interests'] as const;
    expect(profileCompleteness(given, NOW, { fields })).toEqual({
      share: 0.5,
      missing: [],
      stale: [
        { field: 'competencies', id: 'old', at: NOW - 180 * DAY - 1 },
        { field: 'locale', at: NOW - 200 * DAY },
      ],
      expired: [
        { field: 'goals', id: 'over', at: NOW },
        { field: 'plan', at: NOW - 1 },
        { field: 'consent', id: 'planning', at: NOW },
      ],
    });
  });

  it('refuses times that are none', () => {
    expect(() => profileCompleteness(profile(), Number.NaN)).toThrow(/now must be a finite number/);
    expect(() => profileCompleteness(profile(), NOW, { staleDays: 0 })).toThrow(/staleDays/);
  });
});
