import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AnswerSequence, bkt, fitBkt } from 'tutelage/tracing';
import {
  areaUnderCurve,
  calibrationCurve,
  logLoss,
  predictAnswers,
  rootMeanSquareError,
} from 'tutelage/tracing/analysis';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../deepFreeze.ts';
import { close } from '../../tolerance.ts';

const forecasts = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10),
    fc.constantFrom<0 | 1>(0, 1),
  ),
  {
    minLength: 1,
    maxLength: 40,
  },
);
const split = (pairs: readonly (readonly [number, 0 | 1])[]) =>
  deepFreeze([pairs.map(([p]) => p), pairs.map(([, outcome]) => outcome)] as [number[], (0 | 1)[]]);

describe('areaUnderCurve', () => {
  it('is the share of pairs of a right and a wrong answer that are in order, ties half', () => {
    fc.assert(
      fc.property(forecasts, (pairs) => {
        const [predictions, outcomes] = split(pairs);
        let [won, all] = [0, 0];
        for (const [p, right] of pairs) {
          for (const [q, other] of pairs) {
            if (right !== 1 || other !== 0) continue;
            all++;
            won += p > q ? 1 : p === q ? 0.5 : 0;
          }
        }
        const area = areaUnderCurve(predictions, outcomes);
        if (all === 0) expect(area).toBeNull();
        else close(area!, won / all);
      }),
    );
  });
});

describe('logLoss and rootMeanSquareError', () => {
  it('are means over answers', () => {
    close(logLoss([0.8, 0.4], [1, 0]), -(Math.log(0.8) + Math.log(0.6)) / 2);
    close(rootMeanSquareError([0.8, 0.4], [1, 0]), Math.sqrt((0.04 + 0.16) / 2));
    close(logLoss([0.5, 0.5, 0.5], [1, 0, 1]), Math.LN2);
    expect(logLoss([1, 0], [1, 0])).toBe(0);
    expect(logLoss([1], [0])).toBe(Infinity);
  });

  it('are least for what is believed: proper scores', () => {
    for (const truth of [0.1, 0.5, 0.83]) {
      const outcomes = Array.from({ length: 100 }, (_, k) => (k < Math.round(100 * truth) ? 1 : 0) as 0 | 1);
      const at = (score: typeof logLoss, p: number) => score(new Array<number>(100).fill(p), outcomes);
      for (const score of [logLoss, rootMeanSquareError]) {
        for (const p of [0.05, 0.3, 0.7, 0.95]) expect(at(score, truth)).toBeLessThanOrEqual(at(score, p) + 1e-12);
      }
    }
  });
});

describe('calibrationCurve', () => {
  it('loses nobody, and is 0 where what is said happens', () => {
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 12 }), (pairs, count) => {
        const [predictions, outcomes] = split(pairs);
        const { bins, error } = calibrationCurve(predictions, outcomes, { bins: count });
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(pairs.length);
        for (const { from, to, n, predicted } of bins) {
          if (n === 0) expect(predicted).toBeNull();
          else expect(predicted! >= from - 1e-12 && predicted! <= to + 1e-12).toBe(true);
        }
        expect(error >= 0 && error <= 1).toBe(true);
      }),
    );
    expect(calibrationCurve([0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0]).error).toBe(0);
    expect(calibrationCurve([1, 1], [1, 1]).bins.at(-1)).toMatchObject({ n: 2, observed: 1 });
  });
});

describe('predictAnswers', () => {
  it('predicts each answer from those before it', () => {
    const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
    const { predictions, outcomes } = predictAnswers(model, [[1, 1, 0], [], [null, 1]]);
    close(predictions, [0.48, 0.7425, 0.861818181818182, 0.46 * 0.9 + 0.54 * 0.2]);
    expect(outcomes).toEqual([1, 1, 0, 1]);
  });

  it('reproduces the accuracy of an independent fit', () => {
    const rows = readFileSync(new URL('../../reference/tracing/bkt_synthetic.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const learners = new Map<string, (0 | 1)[]>();
    for (const [, learner, skill, , correct] of rows) {
      if (skill === 'synthA') learners.set(learner!, [...(learners.get(learner!) ?? []), Number(correct) as 0 | 1]);
    }
    const sequences: AnswerSequence[] = [...learners.values()];
    const { predictions, outcomes } = predictAnswers(bkt(fitBkt(sequences, { seed: 1 })), sequences);
    // research notes, table of reference fits: AUC .79000, RMSE .36892
    expect(Math.abs(areaUnderCurve(predictions, outcomes)! - 0.79)).toBeLessThan(5e-5);
    expect(Math.abs(rootMeanSquareError(predictions, outcomes) - 0.36892)).toBeLessThan(5e-6);
    expect(calibrationCurve(predictions, outcomes).error).toBeLessThan(0.05);
  });
});

it('forecasts that are none are refused', () => {
  for (const score of [logLoss, rootMeanSquareError, areaUnderCurve, calibrationCurve]) {
    expect(() => score([], [])).toThrow(/there is no prediction/);
    expect(() => score([0.5], [1, 0])).toThrow(/2 outcomes for 1 predictions/);
    expect(() => score([1.5], [1])).toThrow(/predictions\[0\] must be a number in \[0, 1\], got 1.5/);
    expect(() => score([0.5], [0.5])).toThrow(/outcomes\[0\] must be 0 or 1, got 0.5/);
  }
  expect(() => calibrationCurve([0.5], [1], { bins: 0 })).toThrow(/bins/);
});
