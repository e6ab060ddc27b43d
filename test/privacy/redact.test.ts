import fc from 'fast-check';
import { type Audience, defaultVisibility, redact } from 'tutelage/privacy';
import { type LearnerProfile, newLearnerProfile } from 'tutelage/profile';
import { learnerProfile, parseLearnerProfile } from 'tutelage/schema';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { arbitraryOf } from '../schema/arbitraryOf.ts';
import { fullProfile } from './fullProfile.ts';

const HEADER = ['schema', 'version', 'id'];
const open: readonly Audience[] = ['learner', 'teacher', 'parent', 'peer', 'public'];
const fieldsOf = (profile: LearnerProfile) => Object.keys(profile).filter((key) => !HEADER.includes(key));
const silent = deepFreeze(
  JSON.parse(
    JSON.stringify(fullProfile, (key, value) => (key === 'stated' || key === 'provenance' ? undefined : value)),
  ) as LearnerProfile,
);

describe('redact', () => {
  it('every field has a default, and no default has no field', () => {
    expect(Object.keys(defaultVisibility).sort()).toEqual(
      fieldsOf(fullProfile)
        .filter((key) => key !== 'provenance')
        .sort(),
    );
  });

  it('the learner sees everything, and a stranger nothing but the id', () => {
    expect(redact(deepFreeze(fullProfile), 'learner')).toEqual(fullProfile);
    expect(redact(silent, 'public')).toEqual({ schema: 'tutelage/learner-profile', version: 2, id: 'ana-7f3k' });
  });

  it('peers see languages and grade, parents what helps them help, teachers the rest', () => {
    expect(fieldsOf(redact(silent, 'peer'))).toEqual(['locale', 'languages', 'gradeBand']);
    const parent = fieldsOf(redact(silent, 'parent'));
    expect(parent).toEqual(expect.arrayContaining(['competencies', 'goals', 'supports', 'plan', 'consent']));
    expect(parent).not.toEqual(expect.arrayContaining(['interests']));
    expect(fieldsOf(redact(silent, 'teacher'))).toEqual(fieldsOf(silent));
  });

  it('what was said about a fact goes before the default, entry by entry', () => {
    const stated = (visibility: 'private' | 'peer') => ({ source: 'self', at: 0, visibility }) as const;
    const goal = { competencyIds: [], target: 1, owner: 'learner', status: 'open' } as const;
    const profile = newLearnerProfile({
      id: 'ana',
      goals: [
        { ...goal, id: 'shown', stated: stated('peer') },
        { ...goal, id: 'hidden', stated: stated('private') },
        { ...goal, id: 'silent' },
      ],
      interests: { tags: [], stated: stated('peer') },
      gradeBand: 'grade 7',
      locale: 'pt',
      bandwidthKbps: 0,
      provenance: [
        { field: 'gradeBand', ...stated('private') },
        { field: 'bandwidthKbps', ...stated('peer') },
      ],
    });
    const seen = redact(deepFreeze(profile), 'peer');
    expect(seen.goals!.map(({ id }) => id)).toEqual(['shown']);
    expect(fieldsOf(seen).sort()).toEqual(['bandwidthKbps', 'goals', 'interests', 'locale', 'provenance']);
    expect(seen.provenance!.map(({ field }) => field)).toEqual(['bandwidthKbps']);
    expect(redact(profile, 'teacher').goals!.map(({ id }) => id)).toEqual(['shown', 'silent']);
  });

  it('models’ states are for teachers', () => {
    expect(redact(silent, 'teacher').competencies![0]!.trace).toBeDefined();
    expect(redact(silent, 'parent').competencies!.map((record) => 'trace' in record)).toEqual([false, false]);
  });

  it('fields of your own are private unless you say otherwise; defaults can be changed', () => {
    const mine = { ...silent, school: 'north', clubs: [{ id: 'chess' }] };
    expect(redact(mine, 'teacher')).not.toHaveProperty('school');
    const options = { fields: { school: 'peer', clubs: 'parent', languages: 'private' } } as const;
    expect(fieldsOf(redact(mine, 'peer', options))).toEqual(['locale', 'gradeBand', 'school']);
    expect(redact(mine, 'parent', options)).toMatchObject({ school: 'north', clubs: [{ id: 'chess' }] });
  });

  it('an empty list that was said stays an answer where the field may be seen', () => {
    expect(redact(newLearnerProfile({ id: 'a', supports: [] }), 'parent').supports).toEqual([]);
    expect(redact(newLearnerProfile({ id: 'a', supports: [] }), 'peer')).not.toHaveProperty('supports');
  });

  it('refuses an audience that is none', () => {
    for (const odd of ['headmaster', 'private2', '__proto__']) {
      expect(() => redact(fullProfile, odd as Audience)).toThrow(/there is no audience .*; use learner, teacher/);
    }
    expect(() => redact(fullProfile, 'peer', { fields: { locale: 'all' as never } })).toThrow(/no audience "all"/);
  });

  const drawn = arbitraryOf(learnerProfile).filter(
    (value) => parseLearnerProfile(value).ok,
  ) as fc.Arbitrary<LearnerProfile>;

  it('is idempotent, stays valid, and shows a wider audience no more than a nearer one', () => {
    fc.assert(
      fc.property(drawn, (profile) => {
        let nearer: LearnerProfile = profile;
        for (const audience of open) {
          const seen = redact(profile, audience);
          expect(redact(seen, audience)).toEqual(seen);
          expect(parseLearnerProfile(seen).ok).toBe(true);
          for (const field of fieldsOf(seen)) {
            expect(nearer).toHaveProperty(field);
            const [few, many] = [seen, nearer].map((of) => of[field as 'goals']);
            if (Array.isArray(few) && field !== 'competencies')
              for (const entry of few) expect(many).toContainEqual(entry);
          }
          nearer = seen;
        }
      }),
      { numRuns: 60 },
    );
  });
});
