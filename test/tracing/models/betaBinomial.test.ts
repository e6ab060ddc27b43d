import fc from 'fast-check';
import { betaBinomial } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { close, versus } from '../../tolerance.ts';

describe('betaBinomial', () => {
  it('has the mean and the deviation of its Beta distribution, by integration', () => {
    const model = betaBinomial({ right: 2, wrong: 1.5 });
    const state = [1, 0, 1, 0.25].reduce((before, score) => model.update(before, score), model.init());
    const n = 100_000;
    let [mass, first, second] = [0, 0, 0];
    for (let k = 0; k < n; k++) {
      const p = (k + 0.5) / n;
      const density = p ** (2 + 2.25 - 1) * (1 - p) ** (1.5 + 1.75 - 1);
      mass += density;
      first += density * p;
      second += density * p * p;
    }
    const { value, sd } = model.estimate(state);
    versus('the midpoint rule', 1e-8)([value, sd ** 2], [first / mass, second / mass - (first / mass) ** 2]);
    expect(model.predict(state)).toBe(value);
  });

  it('order makes no difference, and a missing answer none at all', () => {
    const model = betaBinomial();
    const fold = (scores: readonly (number | null)[]) => scores.reduce((s, x) => model.update(s, x), model.init());
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }), (scores) => {
        const there = fold(scores);
        const back = fold([...scores].reverse().filter((score) => score !== null));
        close([there.right, there.wrong], [back.right, back.wrong]);
      }),
    );
  });

  it('refuses a prior that is worth nothing', () => {
    expect(() => betaBinomial({ right: 0 })).toThrow(/right must be a finite number above 0/);
    expect(() => betaBinomial({ wrong: Number.NaN })).toThrow(RangeError);
  });
});
