import { readFileSync } from 'node:fs';
import { newLearnerProfile, supportFeatures } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

describe('newLearnerProfile', () => {
  it('fills in schema and version, which the caller cannot change', () => {
    const sneaky = { id: 'x', version: 7, schema: 'other' };
    expect(newLearnerProfile(sneaky)).toEqual({ schema: 'tutelage/learner-profile', version: 2, id: 'x' });
  });

  it('refuses an id that is none, and goals or competencies listed twice', () => {
    expect(() => newLearnerProfile({ id: '' })).toThrow(TypeError);
    expect(() => newLearnerProfile(null as never)).toThrow(TypeError);
    const goal = { id: '__proto__', competencyIds: [], target: 1, owner: 'learner', status: 'open' } as const;
    expect(newLearnerProfile(deepFreeze({ id: 'x', goals: [goal] })).goals).toEqual([goal]);
    expect(() => newLearnerProfile({ id: 'x', goals: [goal, goal] })).toThrow(/goal "__proto__" is listed twice/);
    const record = { competencyId: 'a', value: null, sd: null, n: 0, lastAt: null, by: 'irt' };
    expect(() => newLearnerProfile({ id: 'x', competencies: [record, record] })).toThrow(
      /competency "a" is listed twice/,
    );
  });

  it('knows the 38 access features by their names', () => {
    const listed = JSON.parse(readFileSync(new URL('../reference/profile/pnp-features.json', import.meta.url), 'utf8'));
    expect(supportFeatures).toHaveLength(38);
    expect([...supportFeatures]).toEqual(listed.features);
  });
});
