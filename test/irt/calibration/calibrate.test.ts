import { calibrate, eap, estimateAbilities, type RaschItem, responseMatrix } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { expectedCounts } from '../../../src/irt/calibration/expectedCounts.ts';
import { patternsOf } from '../../../src/irt/calibration/patterns.ts';
import { raschCurves } from '../../../src/irt/calibration/raschCurves.ts';
import { raschInformation } from '../../../src/irt/calibration/raschInformation.ts';
import { normalGrid } from '../../../src/math/normalGrid.ts';
import { lsatMatrix, mirtFit } from '../../reference/irt/lsat.ts';
import { close, solved, versus } from '../../tolerance.ts';

const difficulties = (items: readonly unknown[]) => (items as RaschItem[]).map(({ b }) => b);

describe.each(['lsat6', 'lsat7'] as const)('calibrate, Rasch, %s against mirt', (set) => {
  const fit = calibrate(lsatMatrix(set), { model: 'rasch' });
  const mirt = mirtFit(set, 'Rasch');

  it('finds the same difficulties and the same standard deviation of ability', () => {
    versus('mirt', 1e-4)(
      difficulties(fit.items),
      mirt.IRTpars.items.map(([, b]) => b!),
    );
    versus('mirt', 1e-4)(fit.population[0]!.sd, Math.sqrt(mirt.var));
    expect(fit).toMatchObject({
      converged: true,
      reason: 'converged',
      excluded: [],
      persons: { used: 1000, unused: 0 },
    });
  });

  it('agrees with the equivalent 1PL fit, whose common slope is the sd and whose intercepts are -b', () => {
    const onePl = mirtFit(set, '1PL').slopeIntercept.items;
    versus('mirt', 1e-5)(fit.population[0]!.sd, onePl[0]![0]!);
    versus('mirt', 1e-5)(
      difficulties(fit.items),
      onePl.map(([, d]) => -d!),
    );
  });

  it('reaches the same log-likelihood, AIC and BIC', () => {
    versus('mirt', 1e-4)([fit.logLikelihood, fit.aic, fit.bic], [mirt.logLik, mirt.AIC, mirt.BIC]);
  });

  it('gives the same standard errors', () => {
    const { GroupPars, ...items } = mirt.SE;
    versus('mirt', 1e-5)(
      fit.se!.items.map(({ b }) => b),
      Object.values(items).map(({ d }) => d),
    );
    // mirt prints the standard error of the variance; d(sd) = d(variance) / (2 sd)
    versus('mirt', 1e-5)(fit.se!.population[0]!.sd, GroupPars!.COV_11! / (2 * Math.sqrt(mirt.var)));
  });

  it('scores every pattern as mirt does', () => {
    const matrix = responseMatrix(mirt.scores.patterns);
    const { theta, se } = estimateAbilities(fit.items, matrix, { by: eap({ population: fit.population[0]! }) });
    versus('mirt', 1e-4)(theta, mirt.scores.EAP.theta);
    versus('mirt', 1e-4)(se, mirt.scores.EAP.se);
  });
});

describe('calibrate', () => {
  it('stops where the likelihood is flat: nudging any parameter does not raise it', () => {
    const matrix = lsatMatrix('lsat7');
    const fit = calibrate(matrix, { model: 'rasch' });
    const patterns = patternsOf(matrix.answers, 5, [0, 1, 2, 3, 4]);
    const grid = normalGrid(61, 6);
    const logLikelihood = (b: number[], sd: number) =>
      expectedCounts(patterns, raschCurves({ b: Float64Array.from(b), sd }, grid.z), grid).logLikelihood;
    const b = difficulties(fit.items);
    const sd = fit.population[0]!.sd;
    close(fit.logLikelihood, logLikelihood(b, sd));
    for (const step of [-1e-3, 1e-3]) {
      expect(logLikelihood(b, sd + step)).toBeLessThan(fit.logLikelihood);
      for (const j of b.keys()) {
        expect(
          logLikelihood(
            b.map((value, k) => value + (k === j ? step : 0)),
            sd,
          ),
        ).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it('has an observed information equal to minus the numeric second derivatives of the log-likelihood', () => {
    const { answers } = responseMatrix([
      [1, 0, 1],
      [1, 1, null],
      [0, 0, 1],
      [1, 0, 0],
      [null, 1, 0],
    ]);
    const patterns = patternsOf(answers, 3, [0, 1, 2]);
    const grid = normalGrid(61, 6);
    const at = [-0.4, 0.3, 0.8, 1.1];
    const f = (p: number[]) =>
      expectedCounts(patterns, raschCurves({ b: Float64Array.from(p.slice(0, 3)), sd: p[3]! }, grid.z), grid)
        .logLikelihood;
    const h = 1e-3;
    const moved = (i: number, j: number, si: number, sj: number) =>
      f(at.map((value, k) => value + (k === i ? si * h : 0) + (k === j ? sj * h : 0)));
    const numeric = at.flatMap((_, i) =>
      at.map(
        (_, j) => -(moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) / (4 * h * h),
      ),
    );
    const exact = raschInformation(patterns, { b: Float64Array.from(at.slice(0, 3)), sd: at[3]! }, grid);
    // central differences with h = 1e-3 are good to h^2 and rounding of 1e-10: no closer comparison is possible this way
    versus('central differences', 1e-5)(exact, numeric);
  });

  it('gives the same result whatever the order of persons and items', () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      [0, 1, 2, 3].map((j) => ((i * 7 + j * 11 + i * j) % 5 < 4 - j ? 1 : 0)),
    );
    const fit = calibrate(responseMatrix(rows), { model: 'rasch' });
    const turned = calibrate(responseMatrix([...rows].reverse().map((row) => [...row].reverse())), { model: 'rasch' });
    solved(difficulties(turned.items).reverse(), difficulties(fit.items));
    solved(turned.logLikelihood, fit.logLikelihood);
  });

  it('weighs missing answers as absent: a column nobody reached changes nothing but is reported', () => {
    const rows = mirtFit('lsat6', 'Rasch').scores.patterns;
    const plain = calibrate(responseMatrix(rows), { model: 'rasch' });
    const wide = calibrate(responseMatrix(rows.map((row) => [...row, null])), { model: 'rasch' });
    close(difficulties(wide.items), difficulties(plain.items));
    expect(wide.excluded).toEqual([{ id: 'item-6', reason: 'tooFewAnswers', answers: 0 }]);
  });

  it('reports constant and rarely answered items and persons left without answers', () => {
    const rows = [
      [1, 1, 0, null],
      [1, 0, 1, null],
      [1, 0, 0, null],
      [1, 1, 1, 1],
      [1, null, null, null],
    ];
    const fit = calibrate(responseMatrix(rows, { items: ['always', 'a', 'b', 'once'] }), {
      model: 'rasch',
      minAnswers: 2,
    });
    expect(fit.excluded).toEqual([
      { id: 'always', reason: 'constant', answers: 5 },
      { id: 'once', reason: 'tooFewAnswers', answers: 1 },
    ]);
    expect(fit.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(fit.persons).toEqual({ used: 4, unused: 1 });
  });

  it('says so when there is nothing to calibrate', () => {
    for (const rows of [[], [[]], [[1, 1]], [[0], [0]], [[null]]]) {
      const fit = calibrate(responseMatrix(rows), { model: 'rasch' });
      expect(fit).toMatchObject({ items: [], reason: 'empty', converged: false, se: null });
    }
  });

  it('says when the answers show no variance of ability instead of inventing one', () => {
    // one right and one wrong for everybody: less alike than chance, so the best sd is 0
    const rows = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? [1, 0] : [0, 1]));
    const fit = calibrate(responseMatrix(rows), { model: 'rasch', iterations: 20_000 });
    expect(fit.reason).toBe('flat');
    expect(fit.converged).toBe(false);
    expect(fit.se).toBeNull();
    for (const b of difficulties(fit.items)) expect(Math.abs(b)).toBeLessThan(0.01);
  });

  it('calibrates one item, whose difficulty alone the answers can tell', () => {
    const fit = calibrate(responseMatrix([[1], [1], [0], [1]]), { model: 'rasch' });
    expect(Number.isFinite(difficulties(fit.items)[0]!)).toBe(true);
    close(fit.logLikelihood, 3 * Math.log(3 / 4) + Math.log(1 / 4));
  });

  it('says when it ran out of iterations', () => {
    expect(calibrate(lsatMatrix('lsat6'), { model: 'rasch', iterations: 3 })).toMatchObject({
      converged: false,
      reason: 'iterations',
      iterations: 3,
    });
  });

  it('refuses other models, answers above 1 and options out of range', () => {
    const matrix = responseMatrix([[0, 1]]);
    expect(() => calibrate(matrix, { model: '3pl' as 'rasch' })).toThrow(/model must be 'rasch', got '3pl'/);
    expect(() => calibrate(responseMatrix([[0, 2]]), { model: 'rasch' })).toThrow(/"item-2" has an answer 2/);
    expect(() => calibrate([[0, 1]] as never, { model: 'rasch' })).toThrow(/make one with responseMatrix\(rows\)/);
    expect(() => calibrate(matrix, { model: 'rasch', nodes: 5 })).toThrow(/nodes/);
    expect(() => calibrate(matrix, { model: 'rasch', tolerance: Number.NaN })).toThrow(/tolerance/);
    expect(() => calibrate(matrix, { model: 'rasch', minAnswers: 0 })).toThrow(/minAnswers/);
  });
});
