import { readFileSync } from 'node:fs';
import { type CompetencyGraph, newCompetencyGraph } from 'tutelage/competency';
import type { Evidence } from 'tutelage/evidence';
import { estimateMastery, retained } from 'tutelage/mastery';
import { fsrs } from 'tutelage/memory';
import {
  allOf,
  average,
  type DecisionStatus,
  decayingAverage,
  decideProgression,
  estimateAtLeast,
  mOfK,
  nInARow,
  type Override,
  overrideInForce,
  type Rule,
} from 'tutelage/progression';
import {
  competencyPoints,
  confirmedLater,
  creditTranscript,
  decideLevels,
  everyPart,
  evidenceOpportunities,
  explainDecision,
  type KhanLevel,
  khanLevel,
  not,
  prerequisitesMet,
  stopPractice,
} from 'tutelage/progression/analysis';
import { parseProgression } from 'tutelage/schema';
import { bkt } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../reference/progression/${name}.json`, import.meta.url), 'utf8'));
const HOUR = 3_600_000;
const answer = (k: number, score: number | null, more: Partial<Evidence> = {}): Evidence => ({
  id: `e${k}`,
  learnerId: 'ana',
  at: k * HOUR,
  competencies: [{ id: 'fractions' }],
  score,
  source: 'practice',
  ...more,
});
const nothing = { learnerId: 'ana', by: 'none', estimates: [], unused: [] };
const decide = (log: readonly Evidence[], rule: Rule, more: object = {}) =>
  decideProgression(nothing, log, { rule, ...more });
/** A rule that achieves what is in the list. */
const listed = (ids: readonly string[], other: Rule): Rule => ({
  name: 'listed',
  options: {},
  decide: (context) =>
    ids.includes(context.competencyId)
      ? { status: 'achieved', reasons: [] }
      : context.competencyId === 'whole'
        ? other.decide(context)
        : { status: 'inProgress', reasons: [] },
});
const graphOf = (parts: readonly string[]): CompetencyGraph =>
  newCompetencyGraph(
    ['whole', ...parts].map((id) => ({ id })),
    [],
    parts.map((from) => ({ type: 'partOf', from, to: 'whole' }) as const),
  );
const wholeBy = (rule: Rule, parts: readonly string[], achieved: readonly string[]): DecisionStatus =>
  decide([], listed(achieved, rule), { graph: graphOf(parts) }).decisions.find(
    ({ competencyId }) => competencyId === 'whole',
  )!.status;

describe('the rules of Moodle', () => {
  interface MoodleCases {
    readonly rule_all: {
      readonly cases: { readonly children: Readonly<Record<string, unknown>>; readonly expected: boolean }[];
    };
    readonly rule_points: {
      readonly cases: { P: number; items: [string, number, number][]; proficient: string[]; expected: boolean }[];
      readonly validation_cases: unknown[];
    };
  }
  const { rule_all, rule_points } = read('moodle_cases') as MoodleCases;

  it.each(rule_all.cases)('all: $children', ({ children, expected }) => {
    const parts = Object.keys(children);
    const achieved = parts.filter((id) => children[id] === true);
    expect(wholeBy(everyPart(), parts, achieved) === 'achieved').toBe(expected);
  });

  it.each(rule_points.cases)('points: $P of $items with $proficient', ({ P, items, proficient, expected }) => {
    const competencies = items.map(([id, points, required]: [string, number, number]) => ({
      id,
      points,
      required: required === 1,
    }));
    const parts = [...new Set<string>([...proficient, ...competencies.map(({ id }: { id: string }) => id)])];
    expect(wholeBy(competencyPoints({ points: P, competencies }), parts, proficient) === 'achieved').toBe(expected);
  });

  it('refuses the configurations that Moodle refuses', () => {
    const two = [
      { id: 'c1', points: 1 },
      { id: 'c2', points: 1 },
    ];
    const refused: unknown[] = [
      {},
      { competencies: two },
      { points: 'abc', competencies: two },
      { points: 0, competencies: two },
      { points: 3, competencies: two },
      { points: 1, competencies: [two[0], two[0]] },
      {
        points: 1,
        competencies: [
          { id: 'c1', points: -1 },
          { id: 'c2', points: 5 },
        ],
      },
      { points: 1, competencies: [] },
    ];
    for (const options of refused)
      expect(() => competencyPoints(options as never), JSON.stringify(options)).toThrow(/competencyPoints/);
    for (const id of ['whole', 'stranger']) {
      expect(() => wholeBy(competencyPoints({ points: 1, competencies: [{ id, points: 2 }] }), ['c1'], [])).toThrow(
        /no direct part/,
      );
    }
    const fine = [
      { id: 'c2', points: 3 },
      { id: 'c3', points: 2, required: true },
    ];
    expect(wholeBy(competencyPoints({ points: 4, competencies: fine }), ['c2', 'c3'], ['c2', 'c3'])).toBe('achieved');
    // all twelve validation cases of the file: eight above, two that are no direct part, one of another framework (the same), one that is fine
    expect(rule_points.validation_cases.length).toBe(12);
  });
});

describe('rules that look at others', () => {
  const graph = newCompetencyGraph([{ id: 'halves' }, { id: 'fractions' }], [['halves', 'fractions']]);

  it('keep the order of prerequisites where a school wants it', () => {
    const rule = allOf(nInARow({ n: 1 }), prerequisitesMet());
    const shown = [answer(1, 1)];
    const [, waiting] = decide(shown, rule, { graph }).decisions;
    expect([waiting!.status, waiting!.reasons[1]!.text]).toEqual(['inProgress', 'Prerequisites open: halves.']);
    const both = [...shown, answer(2, 1, { competencies: [{ id: 'halves' }] })];
    expect(decide(both, rule, { graph }).decisions.map(({ status }) => status)).toEqual(['achieved', 'achieved']);
  });

  it('cannot wait for each other, and need decideProgression', () => {
    const circle: Rule = {
      name: 'circle',
      options: {},
      decide: ({ statusOf, competencyId }) => ({ status: statusOf!(competencyId), reasons: [] }),
    };
    expect(() => decide([answer(1, 1)], circle)).toThrow(/"fractions" waits for itself/);
    const estimate = {
      competencyId: 'a',
      status: 'unknown',
      value: null,
      sd: null,
      interval: null,
      level: 0.9,
      n: 0,
      evidenceIds: [],
      lastAt: null,
    } as const;
    expect(() => everyPart().decide({ competencyId: 'a', estimate, evidence: [], now: null })).toThrow(
      /only decideProgression/,
    );
  });

  it('"not" turns a verdict round, but not a beginning', () => {
    expect(decide([answer(1, 1)], not(nInARow({ n: 1 }))).decisions[0]!.status).toBe('inProgress');
    expect(decide([answer(1, 0)], not(nInARow({ n: 1 }))).decisions[0]!.status).toBe('achieved');
    expect(decide([], not(nInARow()), { graph }).decisions[0]!.status).toBe('notStarted');
  });
});

describe('estimateAtLeast', () => {
  const model = bkt({ prior: 0.3, learn: 0.1, guess: 0.2, slip: 0.1 });
  const rule = estimateAtLeast();
  const statusAfter = (scores: readonly number[], previous?: ReturnType<typeof decide>) => {
    const log = scores.map((score, k) => answer(k, score));
    return decideProgression(estimateMastery(log, { by: model }), log, { rule, ...(previous && { previous }) });
  };

  it('gives at .95, keeps until .80, and takes back below', () => {
    const steps = [1, 1, 1, 1, 0, 0, 0];
    const values = steps.map(
      (_, k) =>
        estimateMastery(
          steps.slice(0, k + 1).map((score, j) => answer(j, score)),
          { by: model },
        ).estimates[0]!.value!,
    );
    let before: ReturnType<typeof decide> | undefined;
    const statuses = steps.map((_, k) => {
      before = statusAfter(steps.slice(0, k + 1), before);
      return before.decisions[0]!.status;
    });
    let held = false;
    const expected = values.map((value, k) => {
      held = k >= 2 && value >= (held ? 0.8 : 0.95);
      return held ? 'achieved' : 'inProgress';
    });
    expect(statuses).toEqual(expected);
    expect(values[5]! > 0.8 && values[5]! < 0.95).toBe(true); // two wrong answers are not enough
    expect(statuses[5]).toBe('achieved');
    expect(statusAfter(steps.slice(0, 6)).decisions[0]!.status).toBe('inProgress'); // without a memory of the decision
  });

  it('decides nothing on little evidence, whatever the prior', () => {
    const sure = bkt({ prior: 0.99, learn: 0.1, guess: 0.2, slip: 0.1 });
    const log = [answer(1, 1)];
    const [decision] = decideProgression(estimateMastery(log, { by: sure }), log, { rule }).decisions;
    expect([decision!.status, decision!.reasons[0]!.text]).toEqual(['inProgress', '1 of 3 answers.']);
    expect(() => estimateAtLeast({ enter: 0.7, leave: 0.8 })).toThrow(/leave/);
    expect(estimateAtLeast({ enter: 0.7 }).options).toMatchObject({ leave: 0.7 });
  });
});

describe('confirmedLater', () => {
  const rule = confirmedLater(nInARow({ n: 2 }), { hours: 12 });
  const status = (log: readonly Evidence[]) => decide(log, rule).decisions[0]!.status;
  const learnt = [answer(1, 1), answer(2, 1)];

  it('asks for a check some time after', () => {
    expect(status(learnt)).toBe('inProgress');
    expect(status([...learnt, answer(3, 1, { source: 'quiz' })])).toBe('inProgress'); // too soon
    expect(status([...learnt, answer(20, 1)])).toBe('inProgress'); // practice is no check
    expect(status([...learnt, answer(14, 1, { source: 'quiz' })])).toBe('achieved');
  });

  it('a missed check sends back until one is passed', () => {
    const missed = [...learnt, answer(20, 1, { source: 'quiz' }), answer(40, 0, { source: 'exam' })];
    expect(status(missed)).toBe('inProgress');
    expect(status([...missed, answer(60, 1, { source: 'quiz' })])).toBe('achieved');
  });

  it('a check of what was never learnt confirms nothing', () => {
    expect(status([answer(1, 1), answer(2, 0), answer(30, 1, { source: 'exam' })])).toBe('inProgress');
  });
});

describe('khanLevel', () => {
  const { cases } = read('progression_rules').khan as { cases: [KhanLevel, 'exercise' | 'mixed', number, KhanLevel][] };

  it.each(cases)('from %s by %s with %s: %s', (from, kind, score, to) => {
    expect(khanLevel([{ kind, score }], from)).toBe(to);
  });

  it('needs a mixed check to be mastered, and refuses other work', () => {
    expect(khanLevel(Array.from({ length: 9 }, () => ({ kind: 'exercise', score: 1 })))).toBe('proficient');
    expect(() => khanLevel([{ kind: 'game' as 'mixed', score: 1 }])).toThrow(/kind/);
    expect(() => khanLevel([{ kind: 'mixed', score: 2 }])).toThrow(/score/);
  });
});

describe('levels', () => {
  const levels = [
    { name: 'novice', descriptor: 'solves with help', rule: mOfK({ m: 1, k: 1 }) },
    { name: 'apprentice', rule: nInARow({ n: 2 }) },
    { name: 'expert', rule: nInARow({ n: 3 }) },
  ];

  it('are climbed without a gap, and say what is missing', () => {
    const [none] = decideLevels(nothing, [answer(1, 0)], { levels });
    expect([none!.level, none!.next!.level]).toEqual([null, 'novice']);
    const [some] = decideLevels(nothing, [answer(1, 1), answer(2, 0)], { levels });
    expect([some!.level, some!.descriptor, some!.next!.level]).toEqual(['novice', 'solves with help', 'apprentice']);
    const [top] = decideLevels(
      nothing,
      [1, 2, 3].map((k) => answer(k, 1)),
      { levels },
    );
    expect([top!.level, top!.next]).toEqual(['expert', null]);
    const gap = [levels[2]!, levels[0]!];
    expect(decideLevels(nothing, [answer(1, 1)], { levels: gap })[0]!.level).toBeNull();
    expect(() => decideLevels(nothing, [], { levels: [] })).toThrow(/no level/);
    expect(() => decideLevels(nothing, [], { levels: [levels[0]!, levels[0]!] })).toThrow(/one name/);
  });
});

describe('overrides', () => {
  const seen: Override = {
    competencyId: 'fractions',
    status: 'achieved',
    by: 'Ms Sousa',
    at: 5 * HOUR,
    reason: 'shown at the board',
    until: 50 * HOUR,
  };

  it('stand in place of the rule while in force, and the rule is not forgotten', () => {
    const at = (now: number) => decide([answer(1, 0)], nInARow(), { overrides: [seen], now }).decisions[0]!;
    expect([at(4 * HOUR).status, at(4 * HOUR).override]).toEqual(['inProgress', undefined]);
    expect([at(6 * HOUR).status, at(6 * HOUR).decided, at(6 * HOUR).override]).toEqual([
      'achieved',
      'inProgress',
      seen,
    ]);
    expect(at(50 * HOUR).status).toBe('inProgress');
    expect(explainDecision(at(6 * HOUR), [])[1]).toBe(
      'Decided by Ms Sousa: shown at the board. The rule says: in progress.',
    );
  });

  it('survive replay: the same log and the same overrides give the same decision', () => {
    const log = deepFreeze([answer(1, 0), answer(6, 1)]);
    const options = { overrides: deepFreeze([seen]), now: 10 * HOUR };
    const first = decide(log, nInARow(), options);
    expect(decide([...log].reverse(), nInARow(), JSON.parse(JSON.stringify(options)))).toEqual(first);
    const next = decide(log, nInARow(), { ...options, previous: first, now: 60 * HOUR });
    expect(next.decisions[0]!.status).toBe('inProgress'); // hysteresis follows the rule's own verdicts, not the person's
  });

  it('are stored with the decision and read again', () => {
    const made = decide([answer(1, 0)], nInARow(), { overrides: [seen], now: 6 * HOUR });
    expect(parseProgression(JSON.parse(JSON.stringify(made)))).toMatchObject({ ok: true, value: made });
  });

  it('the later decision of two counts; competencies without evidence can be decided', () => {
    const later = { ...seen, at: 7 * HOUR, status: 'inProgress', by: 'Mr Reis', reason: 'copied' } as const;
    expect(overrideInForce([later, seen], 'fractions', 8 * HOUR)!.by).toBe('Mr Reis');
    expect(decide([], nInARow(), { overrides: [seen], now: 6 * HOUR }).decisions[0]!.status).toBe('achieved');
  });

  it('say who, why and when', () => {
    for (const wrong of [{ by: '' }, { reason: '' }, { at: Number.NaN }, { until: 1 }]) {
      expect(() => overrideInForce([{ ...seen, ...wrong }], 'fractions', 0)).toThrow(/needs by, reason and at/);
    }
    expect(() => overrideInForce([seen], 'fractions', null)).toThrow(/needs now/);
  });
});

describe('what fades', () => {
  it('stays achieved, is said to need review, and says what the last answer started from', () => {
    const log = [0, 24, 48].map((hour) => answer(hour, 1));
    const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
    const at = (days: number) => {
      const now = days * 24 * HOUR;
      return decideProgression(estimateMastery(log, { by: retained({ model, memory: fsrs(), now }) }), log, {
        rule: estimateAtLeast({ enter: 0.9 }),
        now,
      }).decisions[0]!;
    };
    expect([3, 40, 300].map((days) => [at(days).status, at(days).retention])).toEqual([
      ['achieved', 'mastered'],
      ['achieved', 'fading'],
      ['achieved', 'needsReview'],
    ]);
    expect(at(300).reasons.at(-1)!.text).toMatch(/The last answer counted from 0\.\d{3}, to which 0\.\d{3} had faded/);
    expect(explainDecision(at(300), log).at(-1)).toBe('It needs review.');
  });
});

describe('creditTranscript', () => {
  const log = [
    answer(1, 1, { source: 'quiz' }),
    answer(2, 0),
    answer(3, 1),
    answer(4, 1, { source: 'exam' }),
    answer(5, 0),
  ];

  it('gives credit when competency is shown, with date, evidence and grade, and keeps it', () => {
    const { credits, progression } = creditTranscript(log, {
      by: average,
      rule: nInARow({ n: 2 }),
      grade: decayingAverage,
    });
    expect(credits).toMatchObject([{ competencyId: 'fractions', at: 4 * HOUR, grade: decayingAverage([1, 0, 1, 1]) }]);
    expect(credits[0]!.evidenceIds).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(progression.decisions[0]!.status).toBe('achieved');
  });

  it('a rule that takes back leaves the credit on the transcript', () => {
    const { credits, progression } = creditTranscript(log, {
      by: average,
      rule: estimateAtLeast({ enter: 0.7, minEvidence: 4 }),
    });
    expect([credits[0]!.at, progression.decisions[0]!.status]).toEqual([4 * HOUR, 'inProgress']);
  });

  it('counts people’s decisions at their time, and evidence without dates first', () => {
    const override: Override = {
      competencyId: 'speech',
      status: 'achieved',
      by: 'Ms Sousa',
      at: 3.5 * HOUR,
      reason: 'seen',
    };
    const undated = [answer(8, 1, { at: null }), answer(9, 1, { at: null })];
    const { credits } = creditTranscript([...undated, ...log], {
      by: average,
      rule: nInARow({ n: 2 }),
      overrides: [override],
      now: 9 * HOUR,
    });
    expect(credits.map(({ competencyId, at, by }) => [competencyId, at, by])).toEqual([
      ['fractions', null, undefined],
      ['speech', 3.5 * HOUR, 'Ms Sousa'],
    ]);
    expect(() => creditTranscript([], { by: average, rule: nInARow() })).toThrow(/log is empty/);
  });
});

describe('what is missing', () => {
  it('names items of the bank, the fresh ones about little else first', () => {
    const bank = [
      { itemId: 'q1', competencyIds: ['fractions'] },
      { itemId: 'q2', competencyIds: ['fractions', 'decimals'] },
      { itemId: 'q3', competencyIds: ['fractions'] },
    ];
    const log = [answer(1, 1, { itemId: 'q1' })];
    const progression = decide(log, nInARow());
    expect(evidenceOpportunities(progression, bank, log)).toMatchObject([
      { competencyId: 'fractions', fresh: ['q3', 'q2'], answered: ['q1'] },
    ]);
    expect(evidenceOpportunities(decide(log, nInARow({ n: 1 })), bank, log)).toEqual([]);
  });

  it('stopPractice stops for the first reason there is', () => {
    const stuck = Array.from({ length: 10 }, () => 0);
    expect(stopPractice({ status: 'achieved', scores: stuck, itemsLeft: 0 })).toMatchObject({ reason: 'mastered' });
    expect(stopPractice({ status: 'inProgress', scores: stuck, itemsLeft: 0 })).toMatchObject({ reason: 'stuck' });
    expect(stopPractice({ status: 'inProgress', scores: [0], itemsLeft: 0, minutesLeft: 0 })).toMatchObject({
      reason: 'outOfItems',
    });
    expect(stopPractice({ status: 'inProgress', scores: [0], minutesLeft: 0 })).toMatchObject({ reason: 'outOfTime' });
    expect(() => stopPractice({ status: 'inProgress', scores: [], itemsLeft: -1 })).toThrow(/itemsLeft/);
  });
});
