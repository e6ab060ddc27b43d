import { newLearnerProfile, type Provenance, type StatedFacts, stateFacts } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const self: Provenance = deepFreeze({ source: 'self', at: 1000 });
const teacher: Provenance = deepFreeze({ source: 'teacher', at: 2000, visibility: 'teacher' });
const ana = deepFreeze(newLearnerProfile({ id: 'ana' }));

describe('stateFacts', () => {
  it('no facts, no change', () => expect(stateFacts(ana, {}, self)).toEqual(ana));

  it('signs facts that are objects in place, and plain ones in the provenance', () => {
    const facts: StatedFacts = deepFreeze({
      locale: 'pt-PT',
      places: ['home'],
      interests: { tags: [{ id: 'music', weight: 1 }] },
      supports: [{ feature: 'captions', state: 'initial' }],
      devices: [{ kind: 'phone' }],
    });
    expect(stateFacts(ana, facts, self)).toEqual({
      ...ana,
      locale: 'pt-PT',
      places: ['home'],
      interests: { tags: [{ id: 'music', weight: 1 }], stated: self },
      supports: [{ feature: 'captions', state: 'initial', stated: self }],
      devices: [{ kind: 'phone', stated: self }],
      provenance: [
        { field: 'locale', ...self },
        { field: 'places', ...self },
      ],
    });
  });

  it('replaces what has the same key and keeps the rest', () => {
    const goal = { competencyIds: ['a'], target: 0.8, owner: 'learner', status: 'open' } as const;
    const before = stateFacts(
      ana,
      {
        goals: [
          { id: '__proto__', ...goal },
          { id: 'g2', ...goal },
        ],
        locale: 'en',
      },
      self,
    );
    const after = stateFacts(before, { goals: [{ id: '__proto__', ...goal, target: 0.9 }], locale: 'pt' }, teacher);
    expect(after.goals!.map(({ id, target, stated }) => [id, target, stated!.source])).toEqual([
      ['__proto__', 0.9, 'teacher'],
      ['g2', 0.8, 'self'],
    ]);
    expect(after.provenance).toEqual([{ field: 'locale', ...teacher }]);
    const scores = [1, 2].map((at) => ({ scale: 'grit', score: 50, at }));
    expect(stateFacts(ana, { scales: [...scores, scores[0]!] }, self).scales).toHaveLength(2);
  });

  it('a fact that brings its own provenance keeps it, and fields of your own stay', () => {
    const mine = { ...ana, school: 'north' };
    const after = stateFacts(mine, { access: { modes: ['textual'], stated: teacher } }, self);
    expect([after.access!.stated, after.school]).toEqual([teacher, 'north']);
  });

  it('refuses what is measured, what it does not know and statements of nobody', () => {
    expect(() => stateFacts(ana, { competencies: [] } as never, self)).toThrow(
      /"competencies" is not a fact that people/,
    );
    expect(() => stateFacts(ana, { learningStyle: 'visual' } as never, self)).toThrow(RangeError);
    expect(() => stateFacts(ana, {}, { source: 'self' } as never)).toThrow(/stated must be/);
    expect(() => stateFacts(ana, {}, undefined as never)).toThrow(TypeError);
  });
});
