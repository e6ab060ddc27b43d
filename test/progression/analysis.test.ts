import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { estimateAtLeast, mOfK, movingAverage, nInARow } from 'tutelage/progression';
import {
  chooseThreshold,
  forecastGoal,
  intraclassCorrelation,
  scoreRubric,
  simulateCriterion,
  weightedKappa,
} from 'tutelage/progression/analysis';
import { bkt } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { asPrinted, close } from '../tolerance.ts';

describe('simulateCriterion', () => {
  interface Row {
    readonly scenario: string;
    readonly criterion: string;
    readonly params: { readonly L0: number; readonly T: number; readonly G: number; readonly S: number };
    readonly effort_mean: number;
    readonly false_mastery: number;
    readonly overpractice_mean: number;
  }
  const file = new URL('../reference/progression/mastery_criteria_sim.json', import.meta.url);
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { rows: Row[] };
  const rules = { '3-CCR': nInARow(), '4 of last 5': mOfK(), 'EMA a=.8 th=.7': movingAverage() };
  const chosen = rows.filter(({ criterion }) => criterion in rules);

  it.each(chosen)('measures what the research notes measured: $criterion, $scenario', (row) => {
    const { L0, T, G, S } = row.params;
    const learners = { prior: L0, learn: T, guess: G, slip: S, learners: 3000, seed: 4 };
    const { effort, falseMastery, overPractice, standardErrors } = simulateCriterion(
      rules[row.criterion as '3-CCR'],
      learners,
    );
    // both are simulations; theirs has 20,000 learners
    expect(Math.abs(effort - row.effort_mean)).toBeLessThan(5 * standardErrors.effort);
    expect(Math.abs(falseMastery - row.false_mastery)).toBeLessThan(5 * standardErrors.falseMastery + 0.002);
    expect(Math.abs(overPractice - row.overpractice_mean)).toBeLessThan(0.5);
  });

  it('rules on estimates see those of the model', () => {
    const own = { prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1 };
    const row = rows.find(
      ({ criterion, scenario }) => criterion === 'BKT true params .95' && scenario.startsWith('easy'),
    )!;
    const { effort, falseMastery } = simulateCriterion(estimateAtLeast({ minEvidence: 1 }), {
      ...own,
      model: bkt(own),
      learners: 3000,
    });
    expect(Math.abs(effort - row.effort_mean)).toBeLessThan(0.5);
    expect(Math.abs(falseMastery - row.false_mastery)).toBeLessThan(0.015);
  });

  it('learners without noise who know get credit at once; who never learn never', () => {
    const sure = { prior: 1, learn: 0, guess: 0, slip: 0, learners: 10 };
    expect(simulateCriterion(nInARow(), sure)).toMatchObject({
      effort: 3,
      falseMastery: 0,
      overPractice: 2,
      gaveUp: 0,
    });
    expect(simulateCriterion(nInARow(), { ...sure, prior: 0, most: 7 })).toMatchObject({
      effort: 7,
      falseMastery: 0,
      gaveUp: 1,
    });
  });

  it('chooseThreshold takes the cheapest: what an answer costs draws down, what a mistake costs draws up', () => {
    const learners = { prior: 0.3, learn: 0.15, guess: 0.4, slip: 0.1, learners: 400 };
    const choose = (falseMastery: number) =>
      chooseThreshold((n) => nInARow({ n }), [1, 2, 3, 4, 5, 6], { answer: 1, falseMastery }, learners);
    const found = [0, 10, 50, 500].map((cost) => choose(cost)[0]!.threshold);
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect([found[0], found.at(-1)! >= 5]).toEqual([1, true]);
    expect(() => chooseThreshold(() => nInARow(), [], { answer: 1, falseMastery: 1 }, learners)).toThrow(
      /no threshold/,
    );
  });
});

describe('agreement of raters', () => {
  const shrout = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  it('has the intraclass correlations printed by Shrout & Fleiss (1979), table 4', () => {
    const found = intraclassCorrelation(shrout)!;
    asPrinted(2)(
      [found.oneWay, found.agreement, found.consistency, found.oneWayMean, found.agreementMean, found.consistencyMean],
      [0.17, 0.29, 0.71, 0.44, 0.62, 0.91],
    );
    expect(
      intraclassCorrelation([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(() => intraclassCorrelation([[1, 2]])).toThrow(/at least 2 works/);
    expect(() => intraclassCorrelation([[1, 2], [1]])).toThrow(/1 ratings of work 1 for 2 raters/);
  });

  it('kappa is 1 for equal ratings, the same when raters change places, and by definition', () => {
    const ratings = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(ratings, fc.constantFrom('none', 'linear', 'quadratic'), (pairs, weights) => {
        const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const kappa = weightedKappa(one, other, { weights });
        const turned = weightedKappa(other, one, { weights });
        if (kappa === null) expect(turned).toBeNull();
        else close(turned!, kappa);
        const same = weightedKappa(one, one, { weights });
        expect(same === null || same === 1).toBe(true);
        const cost = (a: number, b: number) =>
          weights === 'none' ? Number(a !== b) : weights === 'linear' ? Math.abs(a - b) : (a - b) ** 2;
        let [seen, chance] = [0, 0];
        for (const [a] of pairs) for (const [, b] of pairs) chance += cost(a, b) / pairs.length;
        for (const [a, b] of pairs) seen += cost(a, b);
        if (chance > 0) close(kappa!, 1 - seen / chance);
      }),
    );
  });

  it('the quadratic kappa of many works is near the intraclass correlation (Fleiss & Cohen 1973)', () => {
    const one = Array.from({ length: 300 }, (_, k) => (k * 7) % 5);
    const other = one.map((rating, k) => Math.min(4, Math.max(0, rating + ((k * 13) % 3) - 1)));
    const icc = intraclassCorrelation(one.map((rating, k) => [rating, other[k]!]))!;
    expect(Math.abs(weightedKappa(one, other)! - icc.agreement)).toBeLessThan(0.01);
  });

  it('a rubric makes a score of judgements, and refuses gaps', () => {
    const levels = ['low', 'middle', 'high'];
    const rubric = {
      id: 'r',
      criteria: [
        { id: 'a', levels, weight: 3 },
        { id: 'constructor', levels },
      ],
    };
    const { score, criteria } = scoreRubric(rubric, [{ raterId: 'x', levels: { a: 2, constructor: 0 } }]);
    close([score, criteria[0]!.score, criteria[1]!.score], [0.75, 1, 0]);
    expect(() => scoreRubric(rubric, [{ raterId: 'x', levels: { a: 2 } }])).toThrow(/level of "constructor" by "x"/);
    expect(() => scoreRubric(rubric, [])).toThrow(/at least one criterion and one rater/);
    expect(() =>
      scoreRubric({ id: 'r', criteria: [{ id: 'a', levels: ['only'] }] }, [{ raterId: 'x', levels: { a: 0 } }]),
    ).toThrow(/2 levels/);
  });
});

describe('forecastGoal', () => {
  const now = Date.UTC(2026, 8, 7);
  const week = 7 * 86_400_000;

  it('with weeks all alike is arithmetic', () => {
    const goal = forecastGoal({ remaining: 7, weekly: [2, 2, 2], now, due: now + 4 * week });
    expect([(goal.p50! - now) / week, (goal.p80! - now) / week, goal.probability, goal.unrealistic]).toEqual([
      4,
      4,
      1,
      false,
    ]);
    expect(forecastGoal({ remaining: 9, weekly: [2, 2, 2], now, due: now + 4 * week })).toMatchObject({
      probability: 0,
      requiredPace: 2.25,
      unrealistic: true,
    });
  });

  it('is the distribution of sums of weeks: two good ones in three', () => {
    // weeks of 0 or 1 until 1: geometric, P(within k weeks) = 1 - 1 / 3^k
    const goal = forecastGoal({ remaining: 1, weekly: [0, 1, 1], now, due: now + 2 * week, futures: 20_000 });
    expect(Math.abs(goal.probability! - 8 / 9)).toBeLessThan(0.01); // 4 standard errors
    expect([(goal.p50! - now) / week, (goal.p80! - now) / week]).toEqual([1, 2]);
  });

  it('says when it cannot say', () => {
    expect(forecastGoal({ remaining: 0, weekly: [], now })).toMatchObject({ status: 'reached', p50: now });
    expect(forecastGoal({ remaining: 3, weekly: [1, 2], now })).toMatchObject({ status: 'unknown', p50: null });
    expect(forecastGoal({ remaining: 3, weekly: [0, 0, 0], now, due: now + week })).toMatchObject({
      status: 'never',
      probability: 0,
      unrealistic: true,
    });
    expect(forecastGoal({ remaining: 5000, weekly: [1, 0, 0], now })).toMatchObject({ status: 'forecast', p50: null });
    expect(() => forecastGoal({ remaining: 1, weekly: [-1], now })).toThrow(/weekly\[0\]/);
    expect(() => forecastGoal({ remaining: 1, weekly: [], now, due: now })).toThrow(/due/);
  });
});
