import fc from 'fast-check';
import type { Evidence } from 'tutelage/evidence';
import { eraseLearner, exportProfile, type LearnerData } from 'tutelage/privacy';
import { newLearnerProfile } from 'tutelage/profile';
import { reportClass, reportProgress } from 'tutelage/report';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { fullProfile } from './fullProfile.ts';

const entry = (learnerId: string, id: string): Evidence => ({
  id,
  learnerId,
  at: 5,
  competencies: [],
  score: 1,
  source: 'quiz',
});
const mastery = (learnerId: string) => ({ learnerId, by: 'irt', estimates: [], unused: [] });
const progression = (learnerId: string) => ({ learnerId, rule: 'r', decisions: [] });
const member = (id: string) => ({ mastery: mastery(id), progression: progression(id) });
const dataOf = (ids: readonly string[]): LearnerData => ({
  profiles: ids.map((id) => newLearnerProfile({ id })),
  evidence: ids.flatMap((id, k) => [entry(id, `${k}-1`), entry(id, `${k}-2`)]),
  masteries: ids.map(mastery),
  progressions: ids.map(progression),
  reports: [
    ...ids.map((id) => reportProgress({ profile: { id }, ...member(id) })),
    reportClass({ learners: ids.map(member) }),
  ],
});

describe('eraseLearner', () => {
  it('an unknown id removes nothing, and nothing has nothing to remove', () => {
    const data = deepFreeze(dataOf(['ana', 'bo']));
    const { data: left, removed, rebuild } = eraseLearner(data, 'cy');
    expect(left).toEqual(data);
    expect(Object.values(removed)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(rebuild).toEqual([]);
    expect(eraseLearner({}, 'ana').data).toEqual({});
    expect(() => eraseLearner({}, '')).toThrow(/non-empty string/);
  });

  it('takes everything of the learner and says which class page to make again', () => {
    const { data, removed, rebuild } = eraseLearner(deepFreeze(dataOf(['ana', 'bo'])), 'ana');
    expect(removed).toEqual({ profiles: 1, evidence: 2, masteries: 1, progressions: 1, reports: 1, rows: 1 });
    expect(data.profiles!.map(({ id }) => id)).toEqual(['bo']);
    expect(rebuild).toEqual([1]);
    expect(data.reports![1]!.kind).toBe('class');
  });

  it('learners whose ids contain the id stay', () => {
    const ids = ['ana', 'anabel', 'ana-2', 'xana', 'ana_b', 'aná'];
    const { data } = eraseLearner(deepFreeze(dataOf(ids)), 'ana');
    expect(data.profiles!.map(({ id }) => id)).toEqual(ids.slice(1));
    expect(data.reports).toHaveLength(ids.length);
  });

  it('a page that names the learner within a sentence goes as a whole', () => {
    const page = reportProgress({ profile: { id: 'bo' }, ...member('bo'), notes: ['Works with ana on Mondays.'] });
    expect(eraseLearner({ reports: [page] }, 'ana').data.reports).toEqual([]);
    expect(eraseLearner({ reports: [page] }, 'an').data.reports).toHaveLength(1);
  });

  it('leaves no trace of the id, whatever it looks like, and twice is once', () => {
    const odd = fc.constantFrom('"', '\\', '__proto__', '<b>', '🙂', 'é', '.*', '[', ' ', "'", '$&');
    const id = fc.tuple(odd, fc.string({ minLength: 1 }), odd).map(([a, b, c]) => `Q7${a}${b}${c}Z9`);
    fc.assert(
      fc.property(id, (learnerId) => {
        const data = dataOf([learnerId, 'other']);
        const once = eraseLearner(data, learnerId);
        expect(JSON.stringify(once.data)).not.toContain(JSON.stringify(learnerId).slice(1, -1));
        expect(eraseLearner(once.data, learnerId).data).toEqual(once.data);
        expect(once.data.profiles).toHaveLength(1);
      }),
    );
  });
});

describe('exportProfile', () => {
  it('puts what was said and what was inferred apart, and loses nothing', () => {
    const evidence = [entry(fullProfile.id, 'e1')];
    const page = reportProgress({ profile: fullProfile, ...member(fullProfile.id) });
    const data = deepFreeze({
      profiles: [{ ...fullProfile, school: 'north' }],
      evidence,
      masteries: [mastery(fullProfile.id)],
      reports: [page],
    });
    const {
      schema,
      version,
      learnerId,
      exportedAt,
      stated,
      inferred,
      evidence: taken,
    } = exportProfile(data, { now: 9 });
    expect([schema, version, learnerId, exportedAt]).toEqual(['tutelage/learner-export', 1, fullProfile.id, 9]);
    expect(stated).toMatchObject({ school: 'north', goals: fullProfile.goals });
    const { masteries, progressions, reports, ...measured } = inferred;
    expect(Object.keys(measured).sort()).toEqual(['competencies', 'confidence', 'history', 'pace', 'standing']);
    expect([masteries.length, progressions.length, reports.length, taken]).toEqual([1, 0, 1, evidence]);
    const { school, ...back } = {
      schema: 'tutelage/learner-profile',
      version: 2,
      id: learnerId,
      ...stated,
      ...measured,
    } as never as Record<string, unknown>;
    expect(back).toEqual(fullProfile);
    expect(school).toBe('north');
  });

  it('refuses what is of others', () => {
    const profiles = [newLearnerProfile({ id: 'ana' })];
    expect(() => exportProfile({}, { now: 0 })).toThrow(/got 0/);
    expect(() => exportProfile({ profiles: [...profiles, ...profiles] }, { now: 0 })).toThrow(/got 2/);
    expect(() => exportProfile({ profiles, evidence: [entry('bo', 'e')] }, { now: 0 })).toThrow(
      /something of 1 others \("bo"/,
    );
    expect(() => exportProfile({ profiles, masteries: [mastery('bo')] }, { now: 0 })).toThrow(/others/);
    expect(() => exportProfile({ profiles, reports: [reportClass({ learners: [] })] }, { now: 0 })).toThrow(
      /"Class" is not about "ana"/,
    );
    expect(() => exportProfile({ profiles }, { now: Number.NaN })).toThrow(/now must be a finite number/);
  });
});
