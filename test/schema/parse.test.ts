import fc from 'fast-check';
import type { Evidence } from 'tutelage/evidence';
import { type LearnerProfile, newLearnerProfile as makeProfile, supportFeatures } from 'tutelage/profile';
import { learnerProfile, parseEvidence, parseItems, parseLearnerProfile, type Result } from 'tutelage/schema';
import { describe, expect, it } from 'vitest';
import * as full from 'zod';
import { deepFreeze } from '../deepFreeze.ts';

const entry: Evidence = { id: 'e1', learnerId: 'ana', at: 5, competencies: [{ id: 'a' }], score: 1, source: 'quiz' };
const issuesOf = (result: Result<unknown>) => (result.ok ? [] : result.issues);
const profile: LearnerProfile = deepFreeze(
  makeProfile({
    id: 'k4x9',
    locale: 'pt-PT',
    languages: [{ tag: 'pt', level: 'native' }],
    competencies: [{ competencyId: '__proto__', value: 0.4, sd: 0.1, n: 9, lastAt: null, by: 'irt' }],
    goals: [{ id: 'g1', competencyIds: ['a'], target: 0.8, owner: 'learner', status: 'open', why: 'for the exam' }],
    interests: { tags: [{ id: 'music', weight: 0.7 }], stated: { source: 'self', at: 0, visibility: 'peer' } },
    preferences: {
      modality: [{ value: 'video', weight: 1 }],
      sessionMinutes: { value: 25, weight: 0.5 },
      challenge: { value: 0.8, weight: 1 },
    },
    availability: { timeZone: 'Europe/Lisbon', windows: [{ day: 'mon', start: '09:00', end: '24:00' }] },
    supports: supportFeatures.map((feature) => ({ feature, state: 'option' as const, timeMultiplier: 1.5 })),
    plan: { kind: '504', accommodations: ['extra time'] },
    consent: [{ purpose: 'planning', given: true, by: 'learner', at: 0 }],
    devices: [{ kind: 'phone', offline: true, input: ['touch'] }],
    places: ['transit'],
    bandwidthKbps: 0,
    birthYear: 2012,
    access: { modes: ['textual', 'auditory'], avoid: ['flashing'], stated: { source: 'self', at: 0 } },
    standing: { scale: 'share', strengths: [], needs: [], unknown: [{ competencyId: '__proto__', reason: 'onlyOne' }] },
    provenance: [{ field: 'locale', source: 'self', at: 0, confidence: 1, expires: 5 }],
    history: { n: 1, firstAt: 5, lastAt: 5, lastId: 'e1', evidenceIds: ['e1'] },
  }),
);

describe('parseLearnerProfile', () => {
  it('takes a whole profile through JSON unchanged', () => {
    const result = parseLearnerProfile(JSON.parse(JSON.stringify(profile)));
    expect(result).toEqual({ ok: true, value: profile, warnings: [] });
    expect(parseLearnerProfile(profile).ok).toBe(true);
  });

  it('takes the least profile there is', () => {
    expect(parseLearnerProfile(makeProfile({ id: 'x' })).ok).toBe(true);
  });

  it.each([
    [{ bandwidthKbps: -1 }, ['bandwidthKbps'], 'too_small', 'must be at least 0'],
    [{ learningStyle: 'visual' }, [], 'unrecognized_keys', /unknown keys: learningStyle/],
    [{ version: 3 }, ['version'], 'newer_version', 'must be 0 to 2, the newest known'],
    [{ version: 1.5 }, ['version'], 'unknown_version', 'must be 0 to 2'],
    [{ version: -1 }, ['version'], 'unknown_version', 'must be 0 to 2'],
    [{ schema: 'tutelage/path' }, ['schema'], 'invalid_value', 'must be "tutelage/learner-profile"'],
    [{ id: '' }, ['id'], 'invalid_format', 'is empty'],
    [{ pace: { multiplier: 0, n: 1 } }, ['pace', 'multiplier'], 'too_small', 'must be above 0'],
    [{ pace: { multiplier: 1, n: 1.5 } }, ['pace', 'n'], 'custom', 'must be a whole number'],
    [{ bandwidthKbps: Number.POSITIVE_INFINITY }, ['bandwidthKbps'], 'not_finite', 'Infinity is not finite'],
    [{ locale: undefined }, ['locale'], 'invalid_type', /must be string/],
    [
      { availability: { timeZone: 'UTC', windows: [{ day: 'mon', start: '10:00', end: '09:00' }] } },
      ['availability', 'windows', 0],
      'custom',
      'ends too early',
    ],
    [
      { availability: { timeZone: 'UTC', windows: [{ day: 'mon', start: '9:00', end: '10:00' }] } },
      ['availability', 'windows', 0, 'start'],
      'invalid_format',
      'must be HH:MM',
    ],
    [
      { goals: [1, 2].map(() => ({ id: 'g', competencyIds: [], target: 1, owner: 'teacher', status: 'open' })) },
      ['goals'],
      'custom',
      'lists the same id twice',
    ],
    [{ places: ['moon'] }, ['places', 0], 'invalid_value', /"home" or "school"/],
  ])('says what is wrong with %j and where', (more, path, code, message) => {
    const issues = issuesOf(parseLearnerProfile({ ...makeProfile({ id: 'x' }), ...more }));
    expect(issues[0]).toMatchObject({ path, code, message: expect.stringMatching(message) });
  });
});

describe('untrusted input', () => {
  const parsers: Readonly<Record<string, (input: unknown) => Result<unknown>>> = {
    parseLearnerProfile,
    parseEvidence,
    parseItems,
  };

  it.each(Object.entries(parsers))('%s never throws, whatever it is given', (_, parse) => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (input) => {
        const result = parse(input);
        expect(typeof result.ok).toBe('boolean');
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
      }),
    );
    const angry = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    for (const odd of [undefined, null, Symbol('x'), () => 1, angry, new Date(0), new Map()])
      expect(parse(odd).ok).toBe(false);
  });

  it.each(Object.entries(parsers))('%s meets 100,000 levels with an issue', (_, parse) => {
    let deep: unknown = [];
    for (let k = 0; k < 100_000; k++) deep = k % 2 ? [deep] : { next: deep };
    expect(issuesOf(parse(deep))).toEqual([expect.objectContaining({ code: 'too_deep' })]);
  });

  it('meets a structure that holds itself with an issue', () => {
    const loop: Record<string, unknown> = { id: 'x' };
    loop.self = loop;
    expect(issuesOf(parseLearnerProfile(loop))[0]!.code).toBe('too_deep');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it stands', (key) => {
    const poisoned = JSON.parse(`[{ "id": "e1", "more": { "${key}": { "admin": true } } }]`);
    expect(issuesOf(parseEvidence(poisoned))).toEqual([
      { path: [0, 'more'], code: 'poisoned_key', message: `key "${key}" is refused` },
    ]);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('stops after 100 issues of half a million bad rows, and says that there may be more', () => {
    const rows = Array.from({ length: 500_000 }, () => ({ ...entry, score: 7 }));
    const issues = issuesOf(parseEvidence(rows));
    expect(issues).toHaveLength(101);
    expect(issues[99]).toMatchObject({ path: [99, 'score'], code: 'too_big' });
    expect(issues[100]).toMatchObject({ code: 'more_issues' });
  });

  it('refuses a string of ten million characters and keeps lone surrogates as they are', () => {
    expect(issuesOf(parseEvidence([{ ...entry, id: 'x'.repeat(10_000_000) }]))[0]!.code).toBe('too_big');
    const lone = { ...entry, id: '\uD800' };
    expect(parseEvidence([lone])).toEqual({ ok: true, value: [lone], warnings: [] });
  });

  it('treats __proto__ as an ordinary id where it is a value', () => {
    expect(parseEvidence([{ ...entry, id: '__proto__', learnerId: 'constructor' }]).ok).toBe(true);
    expect(parseItems([{ id: 'toString', model: '2pl', a: 1, b: 0 }]).ok).toBe(true);
  });
});

describe('parseEvidence and parseItems', () => {
  it('take what the line takes, through JSON unchanged', () => {
    const drawn: fc.Arbitrary<Evidence> = fc.record(
      {
        id: fc.string({ minLength: 1 }),
        learnerId: fc.string({ minLength: 1 }),
        at: fc.option(fc.integer()),
        competencies: fc.array(
          fc.record({ id: fc.string({ minLength: 1 }), weight: fc.constantFrom(0.5, 1) }, { requiredKeys: ['id'] }),
        ),
        score: fc.option(fc.constantFrom(0, 0.5, 1)),
        source: fc.constantFrom('practice', 'quiz', 'exam', 'project', 'presentation', 'observation', 'prior', 'self'),
        itemId: fc.string({ minLength: 1 }),
        attempt: fc.integer({ min: 1, max: 9 }),
        confidence: fc.constantFrom(0, 0.3, 1),
      },
      { requiredKeys: ['id', 'learnerId', 'at', 'competencies', 'score', 'source'] },
    ) as fc.Arbitrary<Evidence>;
    fc.assert(
      fc.property(fc.array(drawn), (list) => {
        expect(parseEvidence(JSON.parse(JSON.stringify(list)))).toEqual({ ok: true, value: list, warnings: [] });
      }),
    );
  });

  it('refuse what is no list, items of unknown models and impossible parameters', () => {
    expect(issuesOf(parseEvidence({}))).toEqual([{ path: [], code: 'invalid_type', message: 'must be an array' }]);
    expect(parseEvidence([])).toEqual({ ok: true, value: [], warnings: [] });
    expect(issuesOf(parseItems([{ id: 'q', model: '9pl', b: 0 }]))[0]).toMatchObject({
      path: [0, 'model'],
      code: 'invalid_union',
    });
    expect(issuesOf(parseItems([{ id: 'q', model: '2pl', a: 0, b: 0 }]))[0]).toMatchObject({ path: [0, 'a'] });
  });
});

describe('schemas', () => {
  it('nest in a full zod object and are Standard Schemas', () => {
    const wrapped = full.object({ learner: learnerProfile });
    expect(wrapped.safeParse({ learner: profile }).success).toBe(true);
    expect(wrapped.safeParse({ learner: { id: 1 } }).success).toBe(false);
    expect(learnerProfile['~standard']).toMatchObject({ version: 1, vendor: 'zod' });
  });
});
