import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { newCompetencyGraph } from 'tutelage/competency';
import { newActivity, newQMatrix } from 'tutelage/content';
import { feasibleActivities } from 'tutelage/environment';
import { type Evidence, evidenceLog } from 'tutelage/evidence';
import type { Item } from 'tutelage/irt';
import { estimateMastery, irt } from 'tutelage/mastery';
import { planPath } from 'tutelage/path';
import { exportProfile } from 'tutelage/privacy';
import { type LearnerProfile, newLearnerProfile } from 'tutelage/profile';
import { decideProgression, masteryThreshold } from 'tutelage/progression';
import { reportClass, reportProgress } from 'tutelage/report';
import { buildSchedule, reviewsFirst } from 'tutelage/schedule';
import * as schema from 'tutelage/schema';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { deepFreeze } from '../deepFreeze.ts';
import { root } from '../project.ts';

const golden = resolve(root, 'test/reference/profile/golden');
const goldenFiles = readdirSync(golden).filter((file) => file.endsWith('.json'));
const readGolden = (file: string) =>
  JSON.parse(readFileSync(resolve(golden, file), 'utf8')) as { stored: { version: number }; now: LearnerProfile };

describe('golden files', () => {
  it('there is one for each version from 0 to the newest', () => {
    const newest = newLearnerProfile({ id: 'x' }).version;
    const versions = goldenFiles.map((file) => readGolden(file).stored.version);
    expect(versions.sort()).toEqual(Array.from({ length: newest + 1 }, (_, k) => k));
  });

  it.each(goldenFiles)('%s becomes the newest version, and the stored document stays as it was', (file) => {
    const { stored, now } = readGolden(file);
    const before = JSON.stringify(stored);
    const result = schema.parseLearnerProfile(deepFreeze(stored));
    const { version } = stored;
    const message = `was ${version}, carried to ${now.version}`;
    const warnings = version < now.version ? [{ path: ['version'], code: 'migrated', message }] : [];
    expect(result).toEqual({ ok: true, value: now, warnings });
    expect(schema.migrate(stored)).toEqual(result);
    expect(schema.parseLearnerProfile(now)).toEqual({ ok: true, value: now, warnings: [] });
    expect(JSON.stringify(stored)).toBe(before);
  });

  it('a newer version than known is refused and left alone', () => {
    const stored = deepFreeze({ schema: 'tutelage/learner-profile', version: 99, id: 'x', later: { fields: true } });
    for (const parse of [schema.migrate, schema.parseLearnerProfile]) {
      const result = parse(stored);
      expect(result.ok || result.issues).toEqual([
        { path: ['version'], code: 'newer_version', message: 'must be 0 to 2, the newest known' },
      ]);
    }
  });

  it('an old document with nonsense inside ends in issues', () => {
    const base = { schema: 'tutelage/learner-profile', version: 1, id: 'x' };
    for (const more of [
      { history: null },
      { history: 7 },
      { preferences: null },
      { preferences: { challenge: 'much' } },
      { bandwidth: -1 },
    ]) {
      const result = schema.parseLearnerProfile({ ...base, ...more });
      expect(result.ok, JSON.stringify(more)).toBe(more.preferences === null);
    }
    expect(schema.parseLearnerProfile({ ...base, version: 0, skills: null }).ok).toBe(false);
    expect(
      schema.parseLearnerProfile({ ...base, version: 0, id: undefined, learnerId: 'x', skills: { a: 2 } }).ok,
    ).toBe(false);
  });
});

// the line on five answers
const items: Item[] = [-1, 0, 1, 2, 0.5].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }));
const qMatrix = newQMatrix(items.map(({ id }) => ({ itemId: id, competencyIds: ['__proto__'] })));
const log = evidenceLog(
  items.map(
    ({ id }, k): Evidence => ({
      id: `e${k}`,
      learnerId: 'ana',
      at: 1000 * k,
      itemId: id,
      competencies: [{ id: '__proto__' }],
      score: k % 2,
      source: 'quiz',
    }),
  ),
);
const graph = newCompetencyGraph([{ id: '__proto__' }, { id: 'next', title: 'Next' }], [['__proto__', 'next']]);
const mastery = estimateMastery(log.entries, { by: irt({ items, qMatrix }) });
const progression = decideProgression(mastery, log.entries, { rule: masteryThreshold(), graph });
const path = planPath({
  units: [
    { id: 'a', minutes: 20, difficulty: -1, text: 'one two' },
    { id: 'b', minutes: 10, difficulty: 1, text: 'two three' },
  ],
  mastered: [],
});
const schedule = buildSchedule({
  path,
  availability: { timeZone: 'UTC', windows: [{ day: 'mon', start: '09:00', end: '10:00' }] },
  from: 0,
  days: 7,
  reviews: [{ id: 'r', dueAt: 0, minutes: 5, retrievability: 0.8 }],
  policy: reviewsFirst(),
});
const values: schema.Documents = {
  learnerProfile: newLearnerProfile({ id: 'ana' }),
  competencyGraph: graph,
  activity: [
    newActivity({ id: 'pizza', competencyIds: ['next'], minutes: 5, groupSize: { min: 2 }, ages: { max: 9 } }),
  ],
  qMatrix,
  evidence: log.entries,
  item: items,
  mastery,
  progression,
  path,
  schedule,
  report: reportProgress({ profile: { id: 'ana' }, mastery, progression, path, schedule }),
  feasibility: feasibleActivities(
    [
      newActivity({ id: 'pizza', competencyIds: [] }),
      newActivity({ id: 'film', competencyIds: [], network: 'online' }),
    ],
    { online: false },
    newLearnerProfile({ id: 'ana' }),
  ),
  learnerExport: exportProfile(
    { profiles: [newLearnerProfile({ id: 'ana', locale: 'pt' })], evidence: log.entries, masteries: [mastery] },
    { now: 5 },
  ),
};
const parsers: { readonly [Name in keyof schema.Documents]: (input: unknown) => schema.Result<unknown> } = {
  learnerProfile: schema.parseLearnerProfile,
  competencyGraph: schema.parseCompetencyGraph,
  activity: schema.parseActivities,
  qMatrix: schema.parseQMatrix,
  evidence: schema.parseEvidence,
  item: schema.parseItems,
  mastery: schema.parseMastery,
  progression: schema.parseProgression,
  path: schema.parsePath,
  schedule: schema.parseSchedule,
  report: schema.parseReport,
  feasibility: schema.parseFeasibility,
  learnerExport: schema.parseLearnerExport,
};
const names = Object.keys(parsers) as (keyof schema.Documents)[];
const thawed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(names)('%s', (name) => {
  it('comes back from JSON as it was, bare and as a document', () => {
    const stored = schema.toDocument(name, deepFreeze(values[name]));
    const expected = { ok: true, value: values[name], warnings: [] };
    expect(parsers[name](thawed(values[name]))).toEqual(expected);
    expect(parsers[name](thawed(stored))).toEqual(expected);
    expect(schema.migrate(thawed(stored))).toEqual({ ok: true, value: stored, warnings: [] });
  });

  it('refuses unknown keys, other documents, newer versions, lists where there are none and nothing at all', () => {
    const stored = schema.toDocument(name, values[name]);
    const headless = { entries: [] };
    for (const wrong of [
      { ...stored, unknown: 1 },
      { ...stored, schema: 'tutelage/else' },
      { ...stored, version: 99 },
      headless,
      null,
      7,
      [[]],
    ]) {
      const result = parsers[name](wrong);
      expect(result.ok, JSON.stringify(wrong).slice(0, 80)).toBe(false);
    }
  });
});

describe('toDocument and migrate', () => {
  it('name what they do not know', () => {
    expect(() => schema.toDocument('__proto__' as never, {} as never)).toThrow(
      /no document "__proto__"; known are learnerProfile/,
    );
    for (const input of [null, undefined, 7, [], {}, { schema: 'tutelage/else', version: 1 }]) {
      const result = schema.migrate(input);
      expect(result.ok || result.issues[0]!.code).toBe('unknown_schema');
    }
    const angry = Object.defineProperty({}, 'schema', {
      get() {
        throw new Error('no');
      },
    });
    expect(schema.migrate(angry).ok).toBe(false);
  });

  it('a class page is a document too', () => {
    const page = reportClass({ learners: [{ mastery, progression }] });
    expect(schema.parseReport(thawed(page))).toEqual({ ok: true, value: page, warnings: [] });
  });
});

describe('fields of your own', () => {
  const mine = z.extend(schema.learnerProfile, { school: z.string() });

  it('survive, typed, and old versions are still carried on', () => {
    const stored = { ...newLearnerProfile({ id: 'ana' }), school: 'north' };
    const result = schema.parseLearnerProfile(thawed(stored), mine);
    expect(result).toEqual({ ok: true, value: stored, warnings: [] });
    const old = { schema: 'tutelage/learner-profile', version: 0, learnerId: 'ana', school: 'north' };
    const carried = schema.parseLearnerProfile(old, mine);
    expect(carried.ok && carried.value.school).toBe('north');
  });

  it('survive in evidence and activities too', () => {
    const answered = z.extend(schema.evidence, { response: z.string() });
    const entry = { ...log.entries[0]!, response: 'x = 2' };
    expect(schema.parseEvidence([entry], answered)).toEqual({ ok: true, value: [entry], warnings: [] });
    expect(schema.parseEvidence([entry]).ok).toBe(false);
    const licensed = z.extend(schema.activity, { licence: z.string() });
    const pizza = { id: 'pizza', competencyIds: [], licence: 'CC BY' };
    expect(schema.parseActivities([pizza], licensed)).toEqual({ ok: true, value: [pizza], warnings: [] });
  });

  it('are checked', () => {
    const result = schema.parseLearnerProfile({ ...newLearnerProfile({ id: 'ana' }), school: 7 }, mine);
    expect(result.ok || result.issues).toEqual([{ path: ['school'], code: 'invalid_type', message: 'must be string' }]);
    expect(schema.parseLearnerProfile({ ...newLearnerProfile({ id: 'ana' }), school: 'north' }).ok).toBe(false);
  });
});

describe('competencyGraph', () => {
  it.each([
    [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      /is its own prerequisite \(a -> b -> a\)/,
    ],
    [[['a', 'c']], /no competency "c"/],
    [[['a']], /must have two entries/],
  ])('%j is an issue', (prerequisites, message) => {
    const result = schema.parseCompetencyGraph({ competencies: [{ id: 'a' }, { id: 'b' }], prerequisites });
    expect(result.ok || result.issues[0]!.message).toMatch(message);
  });
});
