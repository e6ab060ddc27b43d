import fc from 'fast-check';
import type { Evidence } from 'tutelage/evidence';
import { rule, term } from 'tutelage/expression';
import { estimateMastery, retained } from 'tutelage/mastery';
import { fsrs } from 'tutelage/memory';
import { smooth } from 'tutelage/path';
import {
  allOf,
  anyOf,
  decideProgression,
  enoughEvidence,
  estimateAtLeast,
  nInARow,
  type Progression,
} from 'tutelage/progression';
import { bkt } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from './hostileTexts.ts';

const HOUR = 3_600_000;
const model = bkt({ prior: 0.3, learn: 0.1, guess: 0.2, slip: 0.1 });
const entry = (k: number, score: number | null): Evidence => ({
  id: `e${k}`,
  learnerId: 'ana',
  at: k * HOUR,
  itemId: `q${k % 4}`,
  competencies: [{ id: 'c' }],
  score,
  source: k % 3 === 0 ? 'quiz' : 'project',
});
const logs = fc
  .array(fc.option(fc.constantFrom(0, 1, 1, 0.5)), { minLength: 1, maxLength: 12 })
  .map((scores) => scores.map((score, k) => entry(k, score)));
const statusBy = (log: readonly Evidence[], by: Parameters<typeof decideProgression>[2]['rule'], more: object = {}) =>
  decideProgression(estimateMastery(log, { by: model }), log, { rule: by, ...more }).decisions[0]!.status;

describe('rules as text decide as rules in code', () => {
  const pairs = [
    ['mastery >= 0.95 and evidence >= 3', estimateAtLeast()],
    ['mastery >= (achieved ? 0.8 : 0.95) and evidence >= 3', estimateAtLeast()],
    ['evidence >= 3 and sources >= 2', allOf(enoughEvidence({ answers: 3 }), enoughEvidence({ sources: 2 }))],
    ['items >= 3 or sources >= 2', anyOf(enoughEvidence({ items: 3 }), enoughEvidence({ sources: 2 }))],
  ] as const;

  it.each(pairs)('%s', (text, coded) => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(statusBy(log, rule(text))).toBe(statusBy(log, coded));
      }),
    );
  });

  it('with what was decided before, too', () => {
    const [text, coded] = [rule(pairs[1][0]), estimateAtLeast()];
    let [one, other]: [Progression | undefined, Progression | undefined] = [undefined, undefined];
    for (let k = 1; k <= 9; k++) {
      const log = [1, 1, 1, 1, 0, 0, 0, 1, 1].slice(0, k).map((score, j) => entry(j, score));
      const mastery = estimateMastery(log, { by: model });
      one = decideProgression(mastery, log, { rule: text, ...(one && { previous: one }) });
      other = decideProgression(mastery, log, { rule: coded, ...(other && { previous: other }) });
      expect(one.decisions[0]!.status).toBe(other.decisions[0]!.status);
    }
  });

  it('a streak at the end is the counting rule, as long as it has not been broken', () => {
    const log = [0, 1, 1, 1].map((score, k) => entry(k, score));
    expect(statusBy(log, rule('streak >= 3'))).toBe(statusBy(log, nInARow()));
  });

  it('stored as JSON and read again it is the same rule', () => {
    const stored = JSON.parse(JSON.stringify(rule('mastery > 0.9').options)) as { text: string };
    fc.assert(
      fc.property(logs, (log) => {
        expect(statusBy(log, rule(stored.text))).toBe(statusBy(log, rule('mastery > 0.9')));
      }),
    );
  });

  it('knows retrievability and days where they are known', () => {
    const log = [1, 1, 1, 1].map((score, k) => entry(k, score));
    const text = rule('mastery >= 0.95 and retrievability > 0.9');
    const at = (days: number) => {
      const now = days * 24 * HOUR;
      return decideProgression(estimateMastery(log, { by: retained({ model, memory: fsrs(), now }) }), log, {
        rule: text,
        now,
      }).decisions[0]!;
    };
    expect([at(1).status, at(200).status]).toEqual(['achieved', 'inProgress']);
    expect(at(1).reasons[0]!.text).toMatch(
      /yes \(mastery 0\.\d+, retrievability 0\.\d+|yes \(mastery 0\.\d+, retrievability 1/,
    );
    expect(statusBy(log, text)).toBe('inProgress'); // without a memory nothing is known of it
    expect(statusBy(log, rule('days < 2'), { now: 24 * HOUR })).toBe('achieved');
    expect(statusBy(log, rule('days < 2'))).toBe('inProgress');
  });
});

describe('what is unknown', () => {
  it('stays unknown and gives no credit, however it is turned', () => {
    const log = [entry(1, null)];
    for (const text of [
      'mastery < 0.8',
      'not (mastery < 0.8)',
      'mastery >= 0 or mastery < 0',
      'latest == latest',
      '1 / 0 > 1',
      'sqrt(-1) != 2',
    ]) {
      expect(statusBy(log, rule(text)), text).toBe('inProgress');
    }
    expect(statusBy(log, rule('mastery > 0.5 or evidence == 0'))).toBe('achieved');
    expect(statusBy(log, rule('true or mastery > 1'))).toBe('achieved');
  });
});

describe('what a text may say', () => {
  const value = (text: string) => term(text).fit(0.25, 0.5, 2);

  it('arithmetic as everybody knows it', () => {
    for (const [text, expected] of [
      ['1 - abs(after - before) / range', smooth().fit(0.25, 0.5, 2)],
      ['0.1 + 0.2 * 3', 0.1 + 0.2 * 3],
      ['2 ^ -1 ^ 2', 2 ** -(1 ** 2)],
      ['-before + after', 0.25],
      ['max(0, min(1, before, after))', 0.25],
      ['0 < before < after <= 0.5 ? 0.75 : 0', 0.75],
      ['before > after ? 0 : 1', 1],
      ['exp(log(0.5))', 0.5],
      ['round(0.4) + floor(0.9) + ceil(0.1)', 1],
    ] as const) {
      expect(value(text), text).toBeCloseTo(expected, 14);
    }
  });

  it('has places and nearest names in its errors', () => {
    const errors: readonly (readonly [string, RegExp])[] = [
      ['mastry >= 0.9', /unknown name "mastry"; did you mean "mastery"\? at character 1/],
      ['mastery >= 0.9 and evidnce > 2', /"evidnce"; did you mean "evidence"\? at character 20/],
      ['mastery >=', /at character/],
      ['sqr(mastery) > 1', /unknown function "sqr"; did you mean "sqrt"/],
      ['mastery = 1', /an assignment is not allowed at character 9/],
      ['f(x) = 1', /defining a function is not allowed/],
      ['mastery.constructor', /a property is not allowed/],
      ['mastery["x"]', /a property is not allowed/],
      ['[1, 2] == 3', /a list is not allowed/],
      ['{a: 1}', /an object is not allowed/],
      ['1; 2', /more than one expression/],
      ['1:3', /a range is not allowed/],
      ['2 mastery > 1', /without an operator/],
      ['mastery!', /"!" is not allowed/],
      ['mastery % 2 > 1', /"%" is not allowed|"mod"/],
      ['"text" == 1', /no finite number/],
      ['1e999 > 1', /no finite number/],
      ['mastery', /compare it with something/],
      ['mastery and true', /"and" needs true or false, got a number/],
      ['achieved > 1', /">" needs numbers, got true or false/],
      ['achieved ? 1 : true', /both sides/],
      ['max() > 1', /takes 1 to 20 values, got 0/],
      ['', /empty/],
      ['constructor > 1', /unknown name "constructor"/],
      ['__proto__ > 1', /unknown name "__proto__"/],
      ['toString() > 1', /unknown function "toString"/],
      ['import("fs")', /unknown function "import"/],
      ['mastery ≥ 0.9', /unexpected character "≥" at character 9/],
      [`${'('.repeat(40)}1${')'.repeat(40)} > 0`, /nested deeper than 32 at character 33/],
      [`1 ${'+ 1'.repeat(250)} > 0`, /at most 500/],
      [`${'1+'.repeat(230)}1 > 0`, /too long or too deep/],
      [`${'-'.repeat(400)}1 > 0`, /too long or too deep/],
    ];
    for (const [text, message] of errors) {
      expect(() => rule(text), text).toThrow(SyntaxError);
      expect(() => rule(text), text).toThrow(message);
    }
    expect(() => rule(3 as never)).toThrow(TypeError);
    expect(() => term('before > after')).toThrow(/true or false/);
    expect(() => value('after * 4')).toThrow(/gives 2 for before 0.25/);
    expect(() => value('1 / (before - 0.25)')).toThrow(/no number/);
  });

  it('an answer or a clear error for 3,000 random texts; 100,000 in the slow battery', () => hostileTexts(3000, 1));
});
