import { type Mastery, type MasteryEstimate, withMastery } from 'tutelage/mastery';
import { newLearnerProfile } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const estimate = (competencyId: string, value: number | null): MasteryEstimate => ({
  competencyId,
  status: value === null ? 'unknown' : 'estimated',
  value,
  sd: value === null ? null : 0.1,
  interval: null,
  level: 0.9,
  n: value === null ? 0 : 3,
  evidenceIds: [],
  lastAt: null,
});
const mastery = (...estimates: MasteryEstimate[]): Mastery => ({ learnerId: 'ana', by: 'irt', estimates, unused: [] });
const old = { competencyId: '__proto__', value: 0.1, sd: 0.2, n: 1, lastAt: 5, by: 'bkt' };
const ana = deepFreeze({ ...newLearnerProfile({ id: 'ana', competencies: [old] }), school: 'north' });

describe('withMastery', () => {
  it('nothing estimated, nothing changed', () => {
    expect(withMastery(ana, mastery())).toEqual(ana);
    expect(withMastery(ana, mastery(estimate('__proto__', null), estimate('b', null)))).toEqual(ana);
  });

  it('replaces what was held of the same competency and adds the others', () => {
    const { competencies, school } = withMastery(
      ana,
      deepFreeze(mastery(estimate('b', 0.5), estimate('__proto__', 0.9))),
    );
    expect(competencies).toEqual([
      { competencyId: '__proto__', value: 0.9, sd: 0.1, n: 3, lastAt: null, by: 'irt' },
      { competencyId: 'b', value: 0.5, sd: 0.1, n: 3, lastAt: null, by: 'irt' },
    ]);
    expect(school).toBe('north');
  });

  it('refuses the mastery of somebody else', () => {
    expect(() => withMastery(newLearnerProfile({ id: 'bo' }), mastery())).toThrow(
      /profile is of "bo" but mastery of "ana"/,
    );
  });
});
