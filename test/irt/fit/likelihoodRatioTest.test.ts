import { calibrate } from 'tutelage/irt';
import { likelihoodRatioTest } from 'tutelage/irt/analysis';
import { expect, it } from 'vitest';
import { lsatMatrix, mirtFit } from '../../reference/irt/lsat.ts';
import { versus } from '../../tolerance.ts';

it('compares Rasch and two-parameter fits as their printed log-likelihoods do', () => {
  for (const set of ['lsat6', 'lsat7'] as const) {
    const [rasch, twoPl] = [mirtFit(set, 'Rasch'), mirtFit(set, '2PL')];
    const found = likelihoodRatioTest(
      calibrate(lsatMatrix(set), { model: 'rasch' }),
      calibrate(lsatMatrix(set), { model: '2pl' }),
    );
    versus('mirt', 1e-5)(found.statistic, 2 * (twoPl.logLik - rasch.logLik));
    expect(found.df).toBe(4);
    versus('mirt', 1e-5)([found.aicChange, found.bicChange], [twoPl.AIC - rasch.AIC, twoPl.BIC - rasch.BIC]);
  }
});

it('has the p-value of the chi-square distribution, for 4 degrees of freedom exp(-x / 2) (1 + x / 2)', () => {
  const { statistic, p } = likelihoodRatioTest(
    calibrate(lsatMatrix('lsat7'), { model: 'rasch' }),
    calibrate(lsatMatrix('lsat7'), { model: '2pl' }),
  );
  versus('closed form', 1e-14)(p, Math.exp(-statistic / 2) * (1 + statistic / 2));
});

it('refuses fits in the wrong order and of other answers', () => {
  const one = calibrate(lsatMatrix('lsat6'), { model: 'rasch' });
  const other = calibrate(lsatMatrix('lsat6'), { model: '2pl' });
  expect(() => likelihoodRatioTest(other, one)).toThrow(/give the larger model last/);
  expect(() => likelihoodRatioTest(one, { ...other, items: other.items.slice(1) })).toThrow(/other persons or items/);
});
