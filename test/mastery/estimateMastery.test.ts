import type { Evidence } from 'tutelage/evidence';
import { answerMatrix, estimateMastery, irt, probabilityAbove } from 'tutelage/mastery';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close, versus } from '../tolerance.ts';

const items = deepFreeze([-1.5, -0.5, 0, 0.5, 1.5].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }) as const));
const qMatrix = deepFreeze([
  ...items.map(({ id }, k) => ({ itemId: id, competencyIds: k < 3 ? ['low', 'all'] : ['high', 'all'] })),
  { itemId: 'unused', competencyIds: ['low'] },
  { itemId: 'free', competencyIds: [] },
]);
const answer = (itemId: string, score: number | null, more: Partial<Evidence> = {}): Evidence => ({
  id: `${itemId}-${more.attempt ?? 1}`,
  learnerId: 'ana',
  at: null,
  itemId,
  competencies: [{ id: 'low' }],
  score,
  source: 'quiz',
  ...more,
});
const by = irt({ items, qMatrix, population: { mean: 0, sd: 1.2 } });
const of = (log: readonly Evidence[], id: string) =>
  estimateMastery(log, { by, learnerId: 'ana' }).estimates.find(({ competencyId }) => competencyId === id)!;

describe('estimateMastery by irt', () => {
  it('calls a learner without evidence unknown, not zero', () => {
    const { estimates, unused } = estimateMastery([], { by, learnerId: 'ana' });
    expect(estimates.map(({ competencyId }) => competencyId)).toEqual(['low', 'all', 'high']);
    for (const estimate of estimates) {
      expect(estimate).toMatchObject({ status: 'unknown', value: null, sd: null, interval: null, n: 0 });
    }
    expect(unused).toEqual([]);
  });

  it('is the posterior mean of the domain score, computed a second way', () => {
    const log = [answer('q0', 1), answer('q1', 0), answer('q2', 1)];
    const estimate = of(log, 'low');
    let [total, first, second] = [0, 0, 0];
    const draws: [number, number][] = [];
    for (let k = 0; k <= 20_000; k++) {
      const theta = -9 + (18 * k) / 20_000;
      const p = [-1.5, -0.5, 0].map((b) => 1 / (1 + Math.exp(b - theta)));
      const weight = Math.exp(-0.5 * (theta / 1.2) ** 2) * p[0]! * (1 - p[1]!) * p[2]!;
      const share = (p[0]! + p[1]! + p[2]!) / 3;
      total += weight;
      first += weight * share;
      second += weight * share * share;
      draws.push([share, weight]);
    }
    const mean = first / total;
    versus('plain sum', 1e-8)([estimate.value!, estimate.sd!], [mean, Math.sqrt(second / total - mean * mean)]);
    const mass = (cut: number) => draws.reduce((sum, [share, w]) => sum + (share <= cut ? w : 0), 0) / total;
    // quantiles are interpolated between 201 nodes
    versus('plain sum', 3e-4)([mass(estimate.interval![0]), mass(estimate.interval![1])], [0.05, 0.95]);
    // the Beta that stands for the posterior is our choice: how far its tail is off here is part of what we state
    versus('exact posterior', 0.02)(probabilityAbove(estimate, 0.7)!, 1 - mass(0.7));
  });

  it('rests on named evidence and says what it did not use and why', () => {
    const log = [
      answer('q0', 1),
      answer('q0', 0, { attempt: 2 }),
      answer('q3', null),
      answer('q4', 0.5),
      answer('unused', 1),
      answer('stranger', 1),
      answer('free', 1),
      { ...answer('x', 1), id: 'no-item', itemId: undefined as never },
    ];
    const mastery = estimateMastery(log, { by });
    expect(mastery.estimates[0]).toMatchObject({ competencyId: 'low', n: 1, evidenceIds: ['q0-1'] });
    expect(mastery.unused).toEqual([
      { evidenceId: 'q0-2', reason: 'otherAttempt' },
      { evidenceId: 'q3-1', reason: 'ungraded' },
      { evidenceId: 'q4-1', reason: 'notDichotomous' },
      { evidenceId: 'unused-1', reason: 'itemNotCalibrated' },
      { evidenceId: 'stranger-1', reason: 'itemUnknown' },
      { evidenceId: 'free-1', reason: 'itemUnknown' },
      { evidenceId: 'no-item', reason: 'noItem' },
    ]);
    const used = new Set(mastery.estimates.flatMap(({ evidenceIds }) => evidenceIds));
    expect(used.size + mastery.unused.length).toBe(log.length);
  });

  it('counts an item that measures two competencies in both', () => {
    const log = [answer('q0', 1), answer('q4', 0)];
    expect(of(log, 'all').n).toBe(2);
    expect(of(log, 'low').n).toBe(1);
    expect(of(log, 'high').n).toBe(1);
  });

  it('takes the last attempt when asked to', () => {
    const last = irt({ items, qMatrix, attempt: 'last' });
    const log = [answer('q0', 1), answer('q0', 0, { attempt: 2 })];
    const [low] = estimateMastery(log, { by: last }).estimates;
    expect(low!.evidenceIds).toEqual(['q0-2']);
  });

  it('rises with right answers and narrows with their number', () => {
    const one = of([answer('q0', 1)], 'all');
    const five = of(
      items.map(({ id }) => answer(id, 1)),
      'all',
    );
    const none = of(
      items.map(({ id }) => answer(id, 0)),
      'all',
    );
    expect(five.value!).toBeGreaterThan(one.value!);
    expect(none.value!).toBeLessThan(one.value!);
    expect(five.sd!).toBeLessThan(one.sd!);
    close(five.value! + none.value!, 1); // difficulties are symmetric around 0
  });

  it('dates an estimate by its latest dated evidence', () => {
    expect(of([answer('q0', 1, { at: 5 }), answer('q1', 1)], 'low').lastAt).toBe(5);
    expect(of([answer('q0', 1)], 'low').lastAt).toBeNull();
  });

  it('refuses a log of several learners and an empty log of nobody', () => {
    const two = [answer('q0', 1), answer('q1', 1, { learnerId: 'bo' })];
    expect(() => estimateMastery(two, { by })).toThrow(
      /2 learners \("ana", "bo" ...\), expected one; split it with byLearner/,
    );
    expect(() => estimateMastery([], { by })).toThrow(/log is empty/);
    expect(() => estimateMastery([answer('q0', 1)], { by, learnerId: 'bo' })).toThrow(/2 learners/);
  });

  it('refuses impossible options', () => {
    expect(() => irt({ items, qMatrix, population: { mean: Number.NaN, sd: 1 } })).toThrow(
      /irt: population needs a finite mean/,
    );
    expect(() => irt({ items, qMatrix: undefined as never })).toThrow(
      /newQMatrix: rows must be an array, got undefined/,
    );
    expect(() => estimateMastery([], { by: undefined as never, learnerId: 'ana' })).toThrow(
      /options.by must be a strategy such as irt/,
    );
    expect(() => irt({ items, qMatrix, level: 1 })).toThrow(/level/);
    expect(() => irt({ items: [items[0]!, items[0]!], qMatrix })).toThrow(/"q0" is listed twice/);
  });

  it('treats __proto__ and constructor as ordinary ids', () => {
    const odd = irt({
      items: [{ id: '__proto__', model: 'rasch', b: 0 }],
      qMatrix: [{ itemId: '__proto__', competencyIds: ['constructor'] }],
    });
    const { estimates } = estimateMastery(deepFreeze([answer('__proto__', 1)]), { by: odd });
    expect(estimates).toHaveLength(1);
    expect(estimates[0]).toMatchObject({ competencyId: 'constructor', status: 'estimated', n: 1 });
  });
});

describe('probabilityAbove', () => {
  const about = (value: number | null, sd: number | null) => ({ ...of([answer('q0', 1)], 'low'), value, sd });

  it('is exact where the estimate is a Beta distribution', () => {
    // uniform: mean 1/2, variance 1/12
    close(probabilityAbove(about(0.5, Math.sqrt(1 / 12)), 0.3)!, 0.7);
    // Beta(3, 1): mean 3/4, variance 3/80, P(X >= x) = 1 - x^3
    close(probabilityAbove(about(0.75, Math.sqrt(3 / 80)), 0.6)!, 1 - 0.6 ** 3);
  });

  it('handles certainty, all-or-nothing and ignorance', () => {
    expect(probabilityAbove(about(0.8, 0), 0.7)).toBe(1);
    expect(probabilityAbove(about(0.6, 0), 0.7)).toBe(0);
    expect(probabilityAbove(about(1, 0), 1)).toBe(1);
    expect(probabilityAbove(about(0.6, Math.sqrt(0.24)), 0.7)).toBeCloseTo(0.6, 6);
    expect(probabilityAbove(about(null, null), 0.7)).toBeNull();
    expect(() => probabilityAbove(about(0.5, 0.1), 1.1)).toThrow(RangeError);
  });
});

describe('answerMatrix', () => {
  it('keeps learners and items in order of appearance and says what it left out', () => {
    const log = [answer('q1', 1), answer('q0', 0, { learnerId: 'bo', id: 'b' }), answer('q1', 0, { attempt: 2 })];
    const first = answerMatrix(log);
    expect(first.matrix.personIds).toEqual(['ana', 'bo']);
    expect(first.matrix.itemIds).toEqual(['q1', 'q0']);
    expect(Array.from(first.matrix.answers)).toEqual([1, -1, -1, 0]);
    expect(first.unused).toEqual([{ evidenceId: 'q1-2', reason: 'otherAttempt' }]);
    expect(Array.from(answerMatrix(log, { attempt: 'last' }).matrix.answers)).toEqual([0, -1, -1, 0]);
  });

  it('keeps the items asked for, in that order, and says what it left out', () => {
    const log = [answer('q1', 1), answer('q0', 0), answer('q2', 1, { learnerId: 'bo', id: 'b' })];
    const { matrix, unused } = answerMatrix(log, { itemIds: ['q0', 'q1', 'nobody'] });
    expect(matrix).toMatchObject({ personIds: ['ana'], itemIds: ['q0', 'q1', 'nobody'] });
    expect(Array.from(matrix.answers)).toEqual([0, 1, -1]);
    expect(unused).toEqual([{ evidenceId: 'b', reason: 'itemUnknown' }]);
  });

  it('is empty for an empty log', () => {
    expect(answerMatrix([]).matrix.answers).toHaveLength(0);
  });
});
