import { readFileSync } from 'node:fs';
import {
  betaPrior,
  calibrate,
  eap,
  estimateAbilities,
  expectedCounts,
  type Item,
  lognormalPrior,
  normalPrior,
  type RaschItem,
  responseMatrix,
} from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
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
    const logLikelihood = (items: readonly Item[], sd: number) =>
      expectedCounts(matrix, items, { population: { mean: 0, sd } }).logLikelihood;
    const sd = fit.population[0]!.sd;
    close(fit.logLikelihood, logLikelihood(fit.items, sd));
    for (const step of [-1e-3, 1e-3]) {
      expect(logLikelihood(fit.items, sd + step)).toBeLessThan(fit.logLikelihood);
      for (const j of fit.items.keys()) {
        const nudged = fit.items.map((item, k) => ({ ...item, b: item.b + (k === j ? step : 0) }));
        expect(logLikelihood(nudged, sd)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it('never lowers the likelihood from one iteration to the next', () => {
    const rows = mirtFit('lsat7', 'Rasch').scores.patterns;
    for (const model of ['2pl', 'graded', 'nominal'] as const) {
      const upTo = (iterations: number) =>
        calibrate(responseMatrix(rows), { model, iterations, standardErrors: false }).logLikelihood;
      for (let k = 1; k < 25; k++) expect(upTo(k + 1)).toBeGreaterThanOrEqual(upTo(k) - 1e-7);
    }
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

  it('refuses unknown models, answers the model does not have and options out of range', () => {
    const matrix = responseMatrix([[0, 1]]);
    expect(() => calibrate(matrix, { model: '5pl' as 'rasch' })).toThrow(/model must be one of .*, got '5pl'/);
    expect(() => calibrate(matrix, { model: ['2pl'] })).toThrow(/1 models for 2 items/);
    expect(() => calibrate(matrix, { model: '2pl', groups: [] })).toThrow(/0 groups for 1 persons/);
    expect(() => calibrate(responseMatrix([[0, 2]]), { model: 'rasch' })).toThrow(/"item-2" has an answer 2/);
    const anchors = [{ id: 'item-1', model: '2pl', a: -1, b: 0 } as const];
    expect(() => calibrate(matrix, { model: '2pl', anchors })).toThrow(/a must be above 0/);
    expect(() => calibrate([[0, 1]] as never, { model: 'rasch' })).toThrow(/make one with responseMatrix\(rows\)/);
    expect(() => calibrate(matrix, { model: 'rasch', nodes: 5 })).toThrow(/nodes/);
    expect(() => calibrate(matrix, { model: 'rasch', tolerance: Number.NaN })).toThrow(/tolerance/);
    expect(() => calibrate(matrix, { model: 'rasch', minAnswers: 0 })).toThrow(/minAnswers/);
  });
});

describe('calibrate with other models', () => {
  it.each(['lsat6', 'lsat7'] as const)('finds the 3PL mode of %s that an independent program found', (set) => {
    const own = JSON.parse(readFileSync(new URL('../../reference/irt/own3pl.json', import.meta.url), 'utf8'));
    const mode = own[`${set}_3PL_a_lnorm_g_beta`];
    const fit = calibrate(lsatMatrix(set), {
      model: '3pl',
      tolerance: 1e-9,
      priors: { a: lognormalPrior(0, 0.5), intercept: normalPrior(0, 2), c: betaPrior(5, 17) },
    });
    versus('an R program of its own', 1e-6)([fit.logLikelihood, fit.logPrior], [mode.logLik, mode.logPrior]);
    for (const [j, { a, b, c }] of fit.items.entries()) {
      versus('an R program of its own', 1e-5)([a, -a * b, c], [mode.a[j], mode.d[j], mode.g[j]]);
      const se = fit.se!.items[j]!;
      versus('an R program of its own', 1e-4)([se.a, se.c], [mode.se_a[j], mode.se_logitg[j] * c * (1 - c)]);
    }
  });

  it('takes priors on 3PL items unless told not to, and says how much they weigh', () => {
    const matrix = lsatMatrix('lsat7');
    const fit = calibrate(matrix, { model: '3pl' });
    expect(fit.converged).toBe(true);
    expect(fit.logPrior).not.toBe(0);
    const four = calibrate(matrix, { model: '4pl' });
    expect(four.converged).toBe(true);
    for (const { c, d } of four.items) expect(d).toBeGreaterThan(c);
    expect(calibrate(matrix, { model: '2pl' }).logPrior).toBe(0);
  });

  it('reads two categories alike under every model for ordered answers', () => {
    const matrix = lsatMatrix('lsat6');
    const plain = calibrate(matrix, { model: '2pl' });
    for (const model of ['graded', 'gpcm'] as const) {
      const fit = calibrate(matrix, { model });
      solved(fit.logLikelihood, plain.logLikelihood);
      versus('2PL', 2e-5)(
        fit.items.flatMap(({ a, b }) => [a, ...b]),
        plain.items.flatMap(({ a, b }) => [a, b]),
      );
    }
    const nominal = calibrate(matrix, { model: 'nominal' });
    versus('2PL', 2e-5)(
      nominal.items.map(({ a }) => a[1]!),
      plain.items.map(({ a }) => a),
    );
    const rasch = calibrate(matrix, { model: 'rasch' });
    for (const fit of [calibrate(matrix, { model: 'pcm' })]) {
      versus('Rasch', 2e-5)(
        fit.items.map(({ b }) => b[0]!),
        difficulties(rasch.items),
      );
    }
    const rating = calibrate(matrix, { model: 'rating' });
    versus('Rasch', 2e-5)(
      rating.items.map(({ b }) => b),
      difficulties(rasch.items),
    );
    expect(rating.items[0]!.thresholds.map((value) => value + 0)).toEqual([0]);
  });

  it('gives the items of a rating scale one set of thresholds that sum to 0', () => {
    const fit = calibrate(likert(400), { model: 'rating' });
    expect(fit.converged).toBe(true);
    for (const { thresholds } of fit.items) close(thresholds, fit.items[0]!.thresholds);
    close(
      fit.items[0]!.thresholds.reduce((sum, value) => sum + value, 0),
      0,
    );
    expect(fit.parameters).toBe(5 + 2 + 1);
    const partial = calibrate(likert(400), { model: 'pcm' });
    expect(fit.logLikelihood).toBeLessThan(partial.logLikelihood);
    expect(partial.parameters).toBe(15 + 1);
  });

  it('mixes models, and frees the sd of ability as soon as one of them has a fixed slope', () => {
    const matrix = likert(400);
    const model = ['graded', 'gpcm', 'pcm', 'nominal', 'graded'] as const;
    const fit = calibrate(matrix, { model, nodes: 121 }); // answers this orderly make an sd of 5.7
    expect(fit.items.map((item) => item.model)).toEqual(model);
    expect(fit.converged).toBe(true);
    expect(fit.population[0]!.sd).not.toBe(1);
    expect(fit.parameters).toBe(4 + 4 + 3 + 6 + 4 + 1);
  });

  it('excludes items that abler persons get wrong more often, and items with a category nobody chose', () => {
    const base = lsatMatrix('lsat7');
    const rows = base.personIds.map((_, i) => {
      const own = [...base.answers.subarray(5 * i, 5 * i + 5)];
      const score = own.reduce((sum, answer) => sum + answer, 0);
      return [...own, score < 3 ? 1 : i % 7 === 0 ? 1 : 0, i % 2 === 0 ? 2 : 0];
    });
    const fit = calibrate(responseMatrix(rows), { model: ['2pl', '2pl', '2pl', '2pl', '2pl', '2pl', 'graded'] });
    expect(fit.excluded.map(({ id, reason }) => [id, reason])).toEqual([
      ['item-7', 'emptyCategory'],
      ['item-6', 'negativeDiscrimination'],
    ]);
    solved(fit.logLikelihood, calibrate(base, { model: '2pl' }).logLikelihood);
  });

  it('leaves anchors as they are, and finds at the others and the population what fitting all of them found', () => {
    const matrix = lsatMatrix('lsat7');
    const all = calibrate(matrix, { model: '2pl', tolerance: 1e-9 });
    const anchors = all.items.slice(0, 3);
    const fit = calibrate(matrix, { model: '2pl', anchors, tolerance: 1e-9 });
    expect(fit.items.slice(0, 3)).toEqual(anchors);
    versus('all items at once', 1e-5)(
      fit.items.flatMap(({ a, b }) => [a, b]),
      all.items.flatMap(({ a, b }) => [a, b]),
    );
    versus('all items at once', 1e-5)([fit.population[0]!.mean, fit.population[0]!.sd], [0, 1]);
    expect(fit.parameters).toBe(4 + 2);
    expect(fit.se!.items[0]).toEqual({ id: 'item-1', a: 0, b: 0 });
    expect(fit.se!.population[0]!.mean).toBeGreaterThan(0);
  });

  it('gives a group that answered alike the same mean and sd, and one that got more right a higher mean', () => {
    const { answers } = lsatMatrix('lsat7');
    const rows = Array.from({ length: 1000 }, (_, i) => [...answers.subarray(5 * i, 5 * i + 5)]);
    const once = calibrate(responseMatrix(rows), { model: '2pl', tolerance: 1e-9 });
    const twice = calibrate(responseMatrix([...rows, ...rows]), {
      model: '2pl',
      tolerance: 1e-9,
      groups: [...rows.map(() => 'then'), ...rows.map(() => 'now')],
    });
    expect(twice.groups).toEqual(['then', 'now']);
    expect(twice.population[0]).toEqual({ mean: 0, sd: 1 });
    versus('one group', 1e-6)([twice.population[1]!.mean, twice.population[1]!.sd], [0, 1]);
    versus('one group', 1e-6)(
      twice.items.map(({ a }) => a),
      once.items.map(({ a }) => a),
    );
    solved(twice.logLikelihood, 2 * once.logLikelihood);
    const better = rows.flatMap((row) => Array.from({ length: 1 + row.reduce((sum, x) => sum + x, 0) }, () => row));
    const fit = calibrate(responseMatrix([...rows, ...better]), {
      model: '2pl',
      groups: [...rows.map(() => '__proto__'), ...better.map(() => 'now')],
    });
    expect(fit.population[1]!.mean).toBeGreaterThan(0.2);
    expect(fit.se!.population[1]!.mean).toBeGreaterThan(0);
  });

  it('estimates the shape of the distribution, on a scale with mean 0 and sd 1, never at a lower likelihood', () => {
    const matrix = likert(600);
    const normal = calibrate(matrix, { model: 'graded' });
    const free = calibrate(matrix, { model: 'graded', distribution: 'empirical', nodes: 31, tolerance: 1e-5 });
    close([free.population[0]!.mean, free.population[0]!.sd], [0, 1]);
    expect(free.logLikelihood).toBeGreaterThan(normal.logLikelihood);
    const { weight } = free.histograms![0]!;
    close(
      weight.reduce((sum, value) => sum + value, 0),
      1,
    );
  });

  it('gives robust standard errors close to the others where the model holds', () => {
    const matrix = lsatMatrix('lsat6');
    const plain = calibrate(matrix, { model: 'rasch' });
    const robust = calibrate(matrix, { model: 'rasch', standardErrors: 'sandwich' });
    for (const [j, { b }] of robust.se!.items.entries()) {
      expect(b / plain.se!.items[j]!.b).toBeGreaterThan(0.9);
      expect(b / plain.se!.items[j]!.b).toBeLessThan(1.1);
    }
  });
});

/** Five statements with answers 0 to 3, by a plan without chance that agrees with itself. */
function likert(persons: number) {
  return responseMatrix(
    Array.from({ length: persons }, (_, i) => {
      const theta = (i * 0.6180339887) % 1;
      return [0, 1, 2, 3, 4].map((j) => {
        const noise = ((i * 7919 + j * 104729) % 997) / 997;
        return Math.min(3, Math.max(0, Math.floor(4 * (0.55 * theta + 0.45 * noise) + 0.15 * (j - 2))));
      });
    }),
  );
}
