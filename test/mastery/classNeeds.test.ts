import fc from 'fast-check';
import { classNeeds, type Mastery, type MasteryEstimate, probabilityAbove } from 'tutelage/mastery';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const estimate = (competencyId: string, value: number | null, sd = 0.1): MasteryEstimate => ({
  competencyId,
  status: value === null ? 'unknown' : 'estimated',
  value,
  sd: value === null ? null : sd,
  interval: null,
  level: 0.9,
  n: value === null ? 0 : 5,
  evidenceIds: [],
  lastAt: null,
});
const mastery = (learnerId: string, ...estimates: MasteryEstimate[]): Mastery => ({
  learnerId,
  by: 'irt',
  estimates,
  unused: [],
});

describe('classNeeds', () => {
  it('an empty class has an empty table, and learners of whom nothing is known have columns', () => {
    expect(classNeeds([])).toEqual({ competencyIds: [], learnerIds: [], cells: [], counts: [] });
    expect(classNeeds([mastery('ana')])).toEqual({ competencyIds: [], learnerIds: ['ana'], cells: [], counts: [] });
  });

  it('has a row per competency in order of first appearance, a column per learner, and no need where nothing is known', () => {
    const table = classNeeds(
      deepFreeze([
        mastery('ana', estimate('__proto__', 0.95), estimate('b', null)),
        mastery('constructor', estimate('c', 0.69), estimate('__proto__', 0.2)),
      ]),
    );
    const nothing = { value: null, sd: null, n: 0, status: 'unknown' };
    expect(table).toEqual({
      competencyIds: ['__proto__', 'b', 'c'],
      learnerIds: ['ana', 'constructor'],
      cells: [
        [
          { value: 0.95, sd: 0.1, n: 5, status: 'met' },
          { value: 0.2, sd: 0.1, n: 5, status: 'need' },
        ],
        [nothing, nothing],
        [nothing, { value: 0.69, sd: 0.1, n: 5, status: 'between' }],
      ],
      counts: [
        { need: 1, met: 1, between: 0, unknown: 0 },
        { need: 0, met: 0, between: 0, unknown: 2 },
        { need: 0, met: 0, between: 1, unknown: 1 },
      ],
    });
  });

  it('looks at the competencies asked for, each once, known or not', () => {
    const { competencyIds, counts } = classNeeds([mastery('ana', estimate('a', 0.2), estimate('b', 0.2))], {
      competencyIds: ['b', 'z', 'b'],
    });
    expect(competencyIds).toEqual(['b', 'z']);
    expect(counts.map(({ need, unknown }) => [need, unknown])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('refuses a learner listed twice and options that make no sense', () => {
    expect(() => classNeeds([mastery('ana'), mastery('ana')])).toThrow(/learner "ana" is listed twice/);
    for (const cut of [-0.1, 1.1, Number.NaN]) expect(() => classNeeds([], { cut })).toThrow(/cut must be/);
    for (const sure of [0.5, 1.1, Number.NaN])
      expect(() => classNeeds([], { sure })).toThrow(/sure must be a number above 0.5/);
    expect(() => classNeeds('ana' as never)).toThrow(TypeError);
  });

  it('says what probabilityAbove says and counts everybody once; the surer one has to be, the less is decided', () => {
    const share = fc.integer({ min: 0, max: 64 }).map((k) => k / 64);
    const estimates = fc
      .tuple(share, share)
      .map(([value, spread]) => estimate('a', value, spread * Math.sqrt(value * (1 - value))));
    fc.assert(
      fc.property(
        fc.array(estimates, { maxLength: 6 }),
        share,
        fc.double({ min: 0.51, max: 1, noNaN: true }),
        (given, cut, sure) => {
          const masteries = given.map((one, k) => mastery(`l${k}`, one));
          const [row = []] = classNeeds(masteries, { cut, sure }).cells;
          for (const [k, { status }] of row.entries()) {
            const above = probabilityAbove(given[k]!, cut)!;
            expect(status).toBe(above >= sure ? 'met' : 1 - above >= sure ? 'need' : 'between');
          }
          const counts = [sure, 0.51].map((least) => classNeeds(masteries, { cut, sure: least }).counts[0]);
          for (const count of counts) {
            if (count) expect(count.need + count.met + count.between + count.unknown).toBe(given.length);
          }
          expect(counts[0]?.between ?? 0).toBeGreaterThanOrEqual(counts[1]?.between ?? 0);
        },
      ),
    );
  });
});
