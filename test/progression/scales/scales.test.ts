import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  average,
  decayingAverage,
  highest,
  latest,
  mode,
  nMastery,
  powerLaw,
  roundScore,
  type Scores,
  trueScore,
  weightedAverage,
} from 'tutelage/progression';
import { meanOfBest, medianOfLast } from 'tutelage/progression/analysis';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../deepFreeze.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/progression/${name}.json`, import.meta.url), 'utf8'));

interface CanvasCase {
  readonly id: string;
  readonly method: string;
  readonly scores_chronological: Scores;
  readonly expected: number | null;
  readonly n?: number;
  readonly mastery_points?: number;
  readonly weight?: number;
}
const canvas: readonly CanvasCase[] = read('canvas_cases').cases;

const byMethod = ({ method, scores_chronological: scores, n, mastery_points, weight }: CanvasCase) => {
  switch (method) {
    case 'highest':
      return highest(scores);
    case 'latest':
      return latest(scores);
    case 'average':
      return average(scores);
    case 'n_mastery':
      return nMastery(scores, { n: n!, mastery: mastery_points! });
    case 'weighted_average':
      return weightedAverage(scores, weight! / 100);
    case 'decaying_average':
      return decayingAverage(scores, weight! / 100);
    default:
      throw new Error(method);
  }
};

describe("Canvas' six methods", () => {
  it.each(canvas)('$id: $method of $scores_chronological is $expected', (one) => {
    expect(roundScore(byMethod(deepFreeze(one)))).toBe(one.expected);
  });

  it('covers all of them', () => {
    expect(new Set(canvas.map(({ method }) => method)).size).toBe(6);
    expect(canvas.length).toBe(32);
  });

  it('has two formulas of one name, which differ', () => {
    expect(roundScore(weightedAverage([2, 3, 4]))).toBe(3.48);
    expect(roundScore(decayingAverage([2, 3, 4]))).toBe(3.53);
  });
});

interface CurveCase {
  readonly scores: readonly number[];
  readonly powerLaw: { readonly estimate: number };
  readonly linear: { readonly estimate: number };
  readonly average: number;
  readonly trueScoreMethod: 'linear' | 'powerLaw' | 'average';
}

describe('learning curves', () => {
  it.each(read('vectors_powerlaw').cases as CurveCase[])('$scores: $trueScoreMethod fits best', (one) => {
    expect(Math.abs(powerLaw(one.scores)! - one.powerLaw.estimate)).toBeLessThan(1e-9);
    const best = one[one.trueScoreMethod];
    const expected = typeof best === 'number' ? best : best.estimate;
    expect(Math.abs(trueScore(one.scores)! - expected)).toBeLessThan(1e-9);
  });

  it('need three scores, and logarithms', () => {
    for (const scores of [[], [3], [2, 3], [2, null, 3]]) {
      expect(powerLaw(scores)).toBeNull();
      expect(trueScore(scores)).toBeNull();
    }
    expect(powerLaw([0, 2, 3])).toBeNull();
    expect(trueScore([0, 2, 4])).toBeCloseTo(4, 12); // the line still fits
  });

  it('stop at the top of the scale', () => {
    expect(powerLaw([1, 2, 4, 4], { top: 4 })).toBe(4);
    expect(powerLaw([1, 2, 4, 4])!).toBeGreaterThan(4);
    expect(trueScore([1, 2, 3.9, 4], { top: 4 })).toBe(4);
  });
});

describe('the others', () => {
  it('mode, of equals the one given last', () => {
    expect(mode([3, 2, 2, 3])).toBe(3);
    expect(mode([2, 3, 3, 2, 4])).toBe(2);
    expect(mode([1])).toBe(1);
  });

  it('median of the last and mean of the best, of fewer than k all', () => {
    expect(medianOfLast([9, 1, 2, 3, 4], 4)).toBe(2.5);
    expect(medianOfLast([4, null, 2], 5)).toBe(3);
    expect(meanOfBest([1, 5, 3], 2)).toBe(4);
    expect(meanOfBest([1], 2)).toBe(1);
  });
});

const all: Record<string, (scores: Scores) => number | null> = {
  ...{
    latest,
    highest,
    average,
    mode,
    weightedAverage,
    decayingAverage,
    medianOfLast,
    meanOfBest,
    powerLaw,
    trueScore,
  },
  nMastery: (scores) => nMastery(scores, { n: 1, mastery: -1e9 }),
};

describe.each(Object.entries(all))('%s', (name, scale) => {
  const scores = fc.array(fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })), { maxLength: 12 });

  it('leaves out what nobody scored, and is null without a score', () => {
    fc.assert(
      fc.property(scores, (list) => {
        expect(scale(list)).toBe(scale(list.filter((score) => score !== null)));
      }),
    );
    expect(scale([])).toBeNull();
    expect(scale([null, null])).toBeNull();
  });

  it('of equal scores is that score', () => {
    for (const level of [0.5, 3, 100]) expect(scale([level, level, level, level])).toBeCloseTo(level, 10);
  });

  it('lies between the least and the greatest score, but for curves', () => {
    if (name === 'powerLaw' || name === 'trueScore') return;
    fc.assert(
      fc.property(scores, (list) => {
        const given = list.filter((score) => score !== null);
        const value = scale(list);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
      }),
    );
  });

  it('refuses scores that are none', () => {
    expect(() => scale([1, Number.NaN, 2])).toThrow(/scores\[1\] must be a finite number or null, got NaN/);
    expect(() => scale(['2'] as never)).toThrow(TypeError);
    expect(() => scale('2' as never)).toThrow(/scores must be an array/);
  });
});

describe('roundScore', () => {
  it('rounds halves of the printed number, away from zero or to even', () => {
    const cases: [number, number, number, number][] = [
      [2.345, 2, 2.35, 2.34],
      [1.005, 2, 1.01, 1],
      [-2.5, 0, -3, -2],
      [0.5, 0, 1, 0],
      [2.5e-7, 7, 3e-7, 2e-7],
      [1e21, 2, 1e21, 1e21],
      [3.4749, 2, 3.47, 3.47],
    ];
    for (const [score, decimals, away, even] of cases) {
      expect(roundScore(score, decimals)).toBe(away);
      expect(roundScore(score, decimals, 'halfToEven')).toBe(even);
    }
    expect(roundScore(null)).toBeNull();
    expect(() => roundScore(Number.NaN)).toThrow(/score must be finite/);
    expect(() => roundScore(1, -1)).toThrow(/decimals/);
  });
});

it('options out of range are refused', () => {
  expect(() => weightedAverage([1], 1.2)).toThrow(/weight must be a number in \[0, 1\]/);
  expect(() => decayingAverage([1], Number.NaN)).toThrow(/decay/);
  expect(() => nMastery([1], { n: 0, mastery: 3 })).toThrow(/n must be a whole number/);
  expect(() => nMastery([1], { n: 1, mastery: Number.NaN })).toThrow(/mastery/);
  expect(() => medianOfLast([1], 0)).toThrow(/k/);
  expect(() => meanOfBest([1], 1.5)).toThrow(/k/);
  expect(() => powerLaw([1, 2, 3], { top: Number.NaN })).toThrow(/top/);
});
