import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../../src/math/logisticRegression.ts';
import { close, solved } from '../tolerance.ts';

describe('logisticRegression', () => {
  it('with a constant alone has the log-odds of the share', () => {
    const { coefficients, logLikelihood } = logisticRegression(Float64Array.of(1, 1, 1, 1), 1, [1, 1, 1, 0]);
    solved(coefficients[0]!, Math.log(3));
    solved(logLikelihood, 3 * Math.log(3 / 4) + Math.log(1 / 4));
  });

  it('with a yes-or-no predictor has the log-odds ratio of the two-by-two table', () => {
    // 1 1 1 0 without it, 1 0 0 0 0 with it: odds 3 and 1 / 4
    const x = [0, 0, 0, 0, 1, 1, 1, 1, 1];
    const rows = Float64Array.from(x.flatMap((value) => [1, value]));
    const { coefficients, isSeparated } = logisticRegression(rows, 2, [1, 1, 1, 0, 1, 0, 0, 0, 0]);
    solved(coefficients, [Math.log(3), Math.log(1 / 12)]);
    expect(isSeparated).toBe(false);
  });

  it('says when a predictor separates the outcomes, with a likelihood of nearly 1', () => {
    const rows = Float64Array.from([-2, -1, 1, 2].flatMap((value) => [1, value]));
    const { isSeparated, logLikelihood, coefficients } = logisticRegression(rows, 2, [0, 0, 1, 1]);
    expect(isSeparated).toBe(true);
    expect(logLikelihood).toBeGreaterThan(-1e-6);
    expect(coefficients.every(Number.isFinite)).toBe(true);
  });

  it('of nobody is 0', () => {
    const { coefficients, logLikelihood } = logisticRegression(new Float64Array(0), 2, []);
    close(coefficients, [0, 0]);
    expect(Math.abs(logLikelihood)).toBe(0);
  });
});
