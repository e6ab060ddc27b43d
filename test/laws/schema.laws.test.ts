import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { newCompetencyGraph } from 'tutelage/competency';
import * as schema from 'tutelage/schema';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { arbitraryOf } from '../schema/arbitraryOf.ts';

interface Kind {
  readonly name: keyof schema.Documents;
  readonly parse: (input: unknown) => schema.Result<unknown>;
  readonly drawn: fc.Arbitrary<unknown>;
}
const one = (of: z.ZodMiniType) => arbitraryOf(of);
const many = (of: z.ZodMiniType) => fc.array(arbitraryOf(of), { maxLength: 4 });
const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
const graph = ids.chain((names) =>
  fc.tuple(fc.array(fc.tuple(fc.nat(), fc.nat())), fc.constant(names)).map(([pairs, list]) =>
    newCompetencyGraph(
      list.map((id) => ({ id })),
      pairs.flatMap(([a, b]) => {
        const [low, high] = [a % list.length, b % list.length].sort((x, y) => x - y);
        return low === high ? [] : [[list[low!]!, list[high!]!] as const];
      }),
    ),
  ),
);
const kinds: readonly Kind[] = [
  { name: 'learnerProfile', parse: schema.parseLearnerProfile, drawn: one(schema.learnerProfile) },
  { name: 'competencyGraph', parse: schema.parseCompetencyGraph, drawn: graph },
  { name: 'activity', parse: schema.parseActivities, drawn: many(schema.activity) },
  { name: 'qMatrix', parse: schema.parseQMatrix, drawn: many(schema.qMatrixRow) },
  { name: 'evidence', parse: schema.parseEvidence, drawn: many(schema.evidence) },
  { name: 'item', parse: schema.parseItems, drawn: many(schema.item) },
  { name: 'mastery', parse: schema.parseMastery, drawn: one(schema.mastery) },
  { name: 'progression', parse: schema.parseProgression, drawn: one(schema.progression) },
  { name: 'path', parse: schema.parsePath, drawn: one(schema.path) },
  { name: 'schedule', parse: schema.parseSchedule, drawn: one(schema.schedule) },
  { name: 'report', parse: schema.parseReport, drawn: one(schema.report) },
  { name: 'feasibility', parse: schema.parseFeasibility, drawn: one(schema.feasibility) },
  { name: 'learnerExport', parse: schema.parseLearnerExport, drawn: one(schema.learnerExport) },
];
const thawed = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, unicodeRegExp: true });
/** Rules that JSON Schema cannot express. */
const beyondJsonSchema = (issues: readonly schema.Issue[]) =>
  issues.every(({ code, message }) => code === 'custom' && !/whole number|two entries/.test(message));

/** Every value inside, as the object that holds it and its key. */
function places(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...places(holder[key])]);
}
const spoilt = fc.constantFrom<unknown>(null, -1, 1.5, 2e9, '', 'x', true, [], {}, [[]], { extra: 1 });

it('every document has its law', () => {
  expect(kinds.map(({ name }) => name).sort()).toEqual(
    Object.keys({
      learnerProfile: 0,
      competencyGraph: 0,
      activity: 0,
      qMatrix: 0,
      evidence: 0,
      item: 0,
      mastery: 0,
      progression: 0,
      path: 0,
      schedule: 0,
      report: 0,
      feasibility: 0,
      learnerExport: 0,
    } satisfies Record<keyof schema.Documents, 0>).sort(),
  );
});

describe.each(kinds)('$name', ({ name, parse, drawn }) => {
  const validate = ajv.compile(schema.jsonSchema(name));

  it('what is valid survives JSON, bare and as a document, and JSON Schema agrees', () => {
    let skipped = 0;
    let runs = 0;
    fc.assert(
      fc.property(drawn, (value) => {
        runs++;
        const result = parse(thawed(value));
        if (!result.ok) {
          expect(beyondJsonSchema(result.issues), JSON.stringify(result.issues[0])).toBe(true);
          skipped++;
        } else {
          expect(result).toEqual({ ok: true, value, warnings: [] });
          const stored = thawed(schema.toDocument(name, value as never));
          expect(parse(stored)).toEqual({ ok: true, value, warnings: [] });
          expect(validate(stored), JSON.stringify(validate.errors)).toBe(true);
        }
        expect(validate(thawed(value)), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
    expect(skipped).toBeLessThan(runs / 2);
  });

  it('what is spoilt in one place is refused by both or by neither', () => {
    let refused = 0;
    fc.assert(
      fc.property(drawn, fc.nat(), spoilt, fc.boolean(), (value, pick, other, remove) => {
        const copy = thawed(value);
        const all = places(copy);
        if (all.length === 0) return;
        const { holder, key } = all[pick % all.length]!;
        if (remove && !Array.isArray(holder)) delete holder[key];
        else holder[key] = other;
        const result = parse(copy);
        if (!result.ok && beyondJsonSchema(result.issues)) return;
        if (!result.ok) refused++;
        expect(validate(copy), `${JSON.stringify(copy)} ${JSON.stringify(result)}`).toBe(result.ok);
      }),
    );
    expect(refused).toBeGreaterThan(0);
  });
});
