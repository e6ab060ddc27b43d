import { newCompetencyGraph } from 'tutelage/competency';
import type { Evidence } from 'tutelage/evidence';
import type { Mastery, MasteryEstimate } from 'tutelage/mastery';
import { decideProgression, masteryThreshold } from 'tutelage/progression';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const estimate = (competencyId: string, value: number | null, sd: number, n = 10): MasteryEstimate => ({
  competencyId,
  status: value === null ? 'unknown' : 'estimated',
  value,
  sd: value === null ? null : sd,
  interval: null,
  level: 0.9,
  n,
  evidenceIds: value === null ? [] : [`${competencyId}-1`],
  lastAt: null,
});
const mastery = (...estimates: MasteryEstimate[]): Mastery => ({ learnerId: 'ana', by: 'irt', estimates, unused: [] });
const evidence = (...ids: string[]): Evidence[] =>
  ids.map((id) => ({ id: `${id}-1`, learnerId: 'ana', at: null, competencies: [{ id }], score: 1, source: 'quiz' }));
const rule = masteryThreshold({ cut: 0.7, confidence: 0.8, minEvidence: 3 });
const graph = newCompetencyGraph(
  ['a', 'b', 'c'].map((id) => ({ id })),
  [
    ['a', 'b'],
    ['b', 'c'],
  ],
);

describe('decideProgression', () => {
  it('gives credit where mastery is sure enough, and names the evidence', () => {
    const { decisions } = decideProgression(mastery(estimate('a', 0.9, 0.03)), evidence('a'), { rule });
    expect(decisions).toEqual([
      {
        competencyId: 'a',
        status: 'achieved',
        reasons: [
          {
            rule: 'masteryThreshold',
            evidenceIds: ['a-1'],
            text: 'At least 70 % mastered: over 99 % sure, 80 % asked.',
          },
        ],
        ready: true,
        waitingFor: [],
      },
    ]);
  });

  it('tells high but unsure from low, and few answers from none', () => {
    const decide = (value: number | null, sd: number, n: number, log = evidence('a')) =>
      decideProgression(mastery(estimate('a', value, sd, n)), log, { rule }).decisions[0]!;
    expect(decide(0.75, 0.2, 10)).toMatchObject({
      status: 'inProgress',
      reasons: [{ text: expect.stringMatching(/: 6\d % sure, 80 % asked/) }],
    });
    expect(decide(0.1, 0.03, 10).reasons[0]!.text).toMatch(/: under 1 % sure, 80 % asked/);
    expect(decide(0.99, 0.001, 2).reasons[0]!.text).toBe('2 answers are too few to decide; 3 are needed.');
    expect(decide(0.99, 0.001, 1).reasons[0]!.text).toBe('1 answer is too few to decide; 3 are needed.');
    expect(decide(null, 0, 0)).toMatchObject({
      status: 'inProgress',
      reasons: [{ text: 'There is evidence, but none that could be used for an estimate.', evidenceIds: ['a-1'] }],
    });
    expect(decide(null, 0, 0, [])).toMatchObject({ status: 'notStarted', reasons: [{ text: 'No evidence yet.' }] });
  });

  it('never revokes credit when the estimate is higher and as sure', () => {
    let achieved = false;
    for (let value = 0.5; value < 0.99; value += 0.01) {
      const [decision] = decideProgression(mastery(estimate('a', value, 0.05)), evidence('a'), { rule }).decisions;
      expect(achieved && decision!.status !== 'achieved').toBe(false);
      achieved ||= decision!.status === 'achieved';
    }
    expect(achieved).toBe(true);
  });

  it('says what a competency waits for, and gives credit for evidence shown all the same', () => {
    const { decisions } = decideProgression(
      mastery(estimate('a', 0.4, 0.1), estimate('b', 0.95, 0.01), estimate('c', null, 0)),
      evidence('a', 'b'),
      { rule, graph },
    );
    expect(
      decisions.map(({ competencyId, status, ready, waitingFor }) => [competencyId, status, ready, waitingFor]),
    ).toEqual([
      ['a', 'inProgress', true, []],
      ['b', 'achieved', false, ['a']],
      ['c', 'notStarted', true, []],
    ]);
  });

  it('decides on every competency of graph, mastery and evidence', () => {
    const { decisions } = decideProgression(mastery(estimate('extra', 0.5, 0.1)), evidence('seen'), { rule, graph });
    expect(decisions.map(({ competencyId }) => competencyId)).toEqual(['a', 'b', 'c', 'extra', 'seen']);
    expect(decisions.at(-1)!.status).toBe('inProgress');
  });

  it('refuses another learner’s evidence', () => {
    const foreign = [{ ...evidence('a')[0]!, learnerId: 'bo' }];
    expect(() => decideProgression(mastery(), foreign, { rule })).toThrow(
      /mastery is of "ana" but the log or previous of "bo"/,
    );
  });

  it('says that it needs a rule', () => {
    expect(() => decideProgression(mastery(), [], {} as never)).toThrow(
      /options.rule must be a strategy such as masteryThreshold\(\)/,
    );
  });

  it('leaves its inputs alone, treats __proto__ as an ordinary id, and decides the same twice', () => {
    const frozen = deepFreeze(mastery(estimate('__proto__', 0.9, 0.01)));
    const log = deepFreeze(evidence('__proto__', 'constructor'));
    const once = decideProgression(frozen, log, { rule });
    expect(once).toEqual(decideProgression(frozen, log, { rule }));
    expect(once.decisions.map(({ status }) => status)).toEqual(['achieved', 'inProgress']);
  });
});

describe('masteryThreshold', () => {
  it('refuses cuts and confidences that are no shares', () => {
    expect(() => masteryThreshold({ cut: 70 })).toThrow(/cut must be a number above 0 and below 1, got 70/);
    expect(() => masteryThreshold({ confidence: Number.NaN })).toThrow(/confidence/);
    expect(() => masteryThreshold({ minEvidence: 0 })).toThrow(
      /minEvidence must be a whole number of at least 1, got 0/,
    );
  });
});
