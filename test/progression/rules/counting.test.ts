import { readFileSync } from 'node:fs';
import type { Evidence } from 'tutelage/evidence';
import type { Mastery } from 'tutelage/mastery';
import {
  allOf,
  anyOf,
  decideProgression,
  enoughEvidence,
  kOf,
  learningPoints,
  mOfK,
  movingAverage,
  nInARow,
  type Rule,
  scaleAtLeast,
  weightedAverage,
} from 'tutelage/progression';
import { wheelSpinning } from 'tutelage/progression/analysis';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../deepFreeze.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/progression/${name}.json`, import.meta.url), 'utf8'));
const logOf = (scores: readonly (number | null)[], more: (k: number) => Partial<Evidence> = () => ({})): Evidence[] =>
  scores.map((score, k) => ({
    id: `e${k}`,
    learnerId: 'ana',
    at: k,
    itemId: `q${k}`,
    competencies: [{ id: 'c' }],
    score,
    source: 'practice',
    ...more(k),
  }));
const nothing: Mastery = { learnerId: 'ana', by: 'none', estimates: [], unused: [] };
const decide = (rule: Rule, log: readonly Evidence[], now?: number) =>
  decideProgression(nothing, deepFreeze(log), { rule, ...(now !== undefined && { now }) }).decisions[0]!;
/** The answer that reaches the rule, 1 the first; null when none does. */
const reachedAt = (rule: Rule, scores: readonly number[]) => {
  const found = scores.findIndex((_, k) => decide(rule, logOf(scores.slice(0, k + 1))).status === 'achieved');
  return found < 0 ? null : found + 1;
};

interface Criteria {
  readonly obs: readonly number[];
  readonly nccr3: number | null;
  readonly nccr5: number | null;
  readonly m_of_k_4of5: number | null;
  readonly 'ema_0.8_th0.6': readonly [unknown, number | null];
  readonly 'ema_0.9_th0.4': readonly [unknown, number | null];
  readonly aleks5: readonly [unknown, number | null];
  readonly 'wheelSpinning(10 opps, no 3CCR)': boolean;
}

describe('criteria on published sequences', () => {
  it.each(Object.entries(read('vectors_mastery_criteria').cases as Record<string, Criteria>))('%s', (_, one) => {
    const { obs } = one;
    expect(reachedAt(nInARow({ n: 3 }), obs)).toBe(one.nccr3);
    expect(reachedAt(nInARow({ n: 5 }), obs)).toBe(one.nccr5);
    expect(reachedAt(mOfK(), obs)).toBe(one.m_of_k_4of5);
    expect(reachedAt(movingAverage({ memory: 0.8, threshold: 0.6 }), obs)).toBe(one['ema_0.8_th0.6'][1]);
    expect(reachedAt(movingAverage({ memory: 0.9, threshold: 0.4 }), obs)).toBe(one['ema_0.9_th0.4'][1]);
    expect(reachedAt(learningPoints(), obs)).toBe(one.aleks5[1]);
    expect(wheelSpinning(obs) === 'wheelSpinning').toBe(one['wheelSpinning(10 opps, no 3CCR)']);
  });

  it.each(read('progression_rules').aleks.cases as { answers: number[]; learned_at: number }[])(
    'ALEKS: $answers is learned at $learned_at',
    ({ answers, learned_at }) => expect(reachedAt(learningPoints(), answers)).toBe(learned_at),
  );
});

describe('counting rules', () => {
  it('name the evidence that decided, and what is still missing', () => {
    const achieved = decide(nInARow(), logOf([0, 1, 1, 1, 0]));
    expect(achieved).toMatchObject({
      status: 'achieved',
      reasons: [
        {
          rule: 'nInARow',
          evidenceIds: ['e0', 'e1', 'e2', 'e3'],
          text: '3 right answers in a row: reached with answer 4 of 5.',
        },
      ],
    });
    expect(decide(nInARow(), logOf([1, 0, 1])).reasons[0]!.text).toBe('3 right answers in a row: not yet, 1 now.');
    expect(decide(mOfK(), logOf([1, 0, 1])).reasons[0]!.text).toContain('2 of the last 3');
    expect(decide(movingAverage(), logOf([1])).reasons[0]!.text).toContain('0.20 now');
  });

  it('keep credit once given, and leave ungraded evidence out', () => {
    expect(decide(nInARow(), logOf([1, 1, 1, 0, 0, 0])).status).toBe('achieved');
    expect(decide(nInARow({ n: 2 }), logOf([1, null, 1])).status).toBe('achieved');
    expect(decide(nInARow(), logOf([null])).status).toBe('inProgress');
  });

  it('take a score as right from where they are told', () => {
    expect(decide(nInARow({ n: 1 }), logOf([0.8])).status).toBe('inProgress');
    expect(decide(nInARow({ n: 1, right: 0.8 }), logOf([0.8])).status).toBe('achieved');
  });

  it('give one point only for a right answer that needed a hint', () => {
    expect(decide(learningPoints({ goal: 3 }), logOf([1, 1])).status).toBe('achieved');
    expect(
      decide(
        learningPoints({ goal: 3 }),
        logOf([1, 1], () => ({ hints: 1 })),
      ).status,
    ).toBe('inProgress');
  });

  it('refuse options out of range', () => {
    for (const make of [() => nInARow({ n: 0 }), () => mOfK({ m: 6 }), () => learningPoints({ goal: 1.5 })])
      expect(make).toThrow(RangeError);
    for (const value of [0, 1, Number.NaN]) {
      expect(() => movingAverage({ memory: value })).toThrow(/memory/);
      expect(() => movingAverage({ threshold: value })).toThrow(/threshold/);
    }
    for (const right of [0, 1.1, Number.NaN]) expect(() => nInARow({ right })).toThrow(/nInARow: right must be/);
    expect(() => wheelSpinning([1], { opportunities: 0 })).toThrow(/opportunities/);
  });
});

describe('scaleAtLeast', () => {
  it('decides by the rounded value, and can take it back', () => {
    const rule = scaleAtLeast(weightedAverage, { mastery: 3, points: 5, name: 'canvas' });
    expect(decide(rule, logOf([0.4, 0.6, 0.8]))).toMatchObject({
      status: 'achieved',
      reasons: [{ text: '3.48 of 3 asked.' }],
    });
    expect(decide(rule, logOf([0.4, 0.6, 0.8, 0])).status).toBe('inProgress');
    expect(decide(rule, logOf([null])).reasons[0]!.text).toBe('Too few scores yet: 0.');
    expect(rule.name).toBe('canvas');
    expect(() => scaleAtLeast(weightedAverage, { mastery: Number.NaN })).toThrow(/mastery/);
  });
});

describe('enoughEvidence', () => {
  const sources = (k: number): Partial<Evidence> => ({ source: k % 2 ? 'quiz' : 'project', itemId: `q${k % 3}` });

  it('counts answers, items and kinds of source', () => {
    const log = logOf([1, 0, 1, 1], sources);
    expect(decide(enoughEvidence({ answers: 4, items: 3, sources: 2 }), log).status).toBe('achieved');
    expect(decide(enoughEvidence({ items: 4 }), log)).toMatchObject({
      status: 'inProgress',
      reasons: [{ text: '3 items of 4.' }],
    });
    expect(decide(enoughEvidence({ sources: 3 }), log).status).toBe('inProgress');
  });

  it('counts what is recent, and asks what time it is', () => {
    const day = 86_400_000;
    const log = logOf([1, 1, 1], (k) => ({ at: k === 2 ? null : k * day }));
    expect(decide(enoughEvidence({ answers: 2, days: 1 }), log, day).status).toBe('achieved');
    expect(decide(enoughEvidence({ answers: 2, days: 1 }), log, 1.5 * day).status).toBe('inProgress');
    expect(() => decide(enoughEvidence({ answers: 1, days: 1 }), log)).toThrow(/days need the time/);
  });

  it('has to ask for something', () => {
    expect(() => enoughEvidence({})).toThrow(/ask for answers, items or sources/);
    expect(() => enoughEvidence({ answers: 0 })).toThrow(/answers/);
    expect(() => enoughEvidence({ answers: 1, days: 0 })).toThrow(/days/);
  });
});

describe('combinators', () => {
  const [yes, no] = [nInARow({ n: 1 }), nInARow({ n: 9 })];
  const log = logOf([1]);

  it('agree with logic', () => {
    expect(decide(allOf(yes, no), log).status).toBe('inProgress');
    expect(decide(allOf(yes, yes), log).status).toBe('achieved');
    expect(decide(anyOf(yes, no), log).status).toBe('achieved');
    expect(decide(anyOf(no, no), log).status).toBe('inProgress');
    expect(decide(kOf(2, yes, no, yes), log).status).toBe('achieved');
    expect(decide(kOf(3, yes, no, yes), log).status).toBe('inProgress');
  });

  it('give the reasons of all, and nest', () => {
    const nested = allOf(anyOf(yes, no), enoughEvidence({ answers: 1 }));
    expect(nested.name).toBe('all of (any of (nInARow, nInARow), enoughEvidence)');
    expect(decide(nested, log).reasons.map(({ rule }) => rule)).toEqual(['nInARow', 'nInARow', 'enoughEvidence']);
  });

  it('refuse no rule, and more than there are', () => {
    expect(() => allOf()).toThrow(/no rule/);
    expect(() => anyOf()).toThrow(/no rule/);
    expect(() => kOf(2, yes)).toThrow(/k must be a whole number from 1 to 1/);
  });
});
