import { chiSquareTail } from '../../math/chiSquareTail.ts';
import type { Calibration } from '../calibration/calibration.ts';

/** What two calibrations are compared by. */
export type NestedFit = Pick<Calibration, 'logLikelihood' | 'parameters' | 'aic' | 'bic' | 'persons' | 'items'>;

/** The comparison of a model with one that contains it. */
export interface LikelihoodRatioTest {
  /** Twice the gain in log-likelihood; 0 or more unless a fit stopped short of its maximum. */
  readonly statistic: number;
  readonly df: number;
  /** P(chi-square with df degrees of freedom > statistic). */
  readonly p: number;
  /** AIC and BIC of the larger model less those of the smaller: below 0 the larger one is preferred. */
  readonly aicChange: number;
  readonly bicChange: number;
}

/**
 * Tests whether a model with more parameters fits better than one it contains: twice the gain in log-likelihood against chi-square.
 *
 * @param smaller a calibration, for example with `model: 'rasch'`
 * @param larger a calibration of the same answers whose model contains the smaller one, for example `model: '2pl'`
 * @throws RangeError when the second has no more parameters than the first, or they are of other persons or items
 * @remarks Whether the models are nested cannot be seen from the fits: that is up to you. Graded response and generalized partial credit
 * are not; compare their AIC. A parameter at the edge of its range (an asymptote of 0) makes p too large.
 * @example
 * import { calibrate } from 'tutelage/irt';
 * import { simulateAnswers, likelihoodRatioTest } from 'tutelage/irt/analysis';
 *
 * const items = [1, 1, 1, 3].map((a, k) => ({ id: `q${k}`, model: '2pl', a, b: 0 }) as const);
 * const matrix = simulateAnswers(items, Array.from({ length: 500 }, (_, k) => (k % 41) / 10 - 2), { seed: 1 });
 * likelihoodRatioTest(calibrate(matrix, { model: 'rasch' }), calibrate(matrix, { model: '2pl' })).df; // => 3
 */
export function likelihoodRatioTest(smaller: NestedFit, larger: NestedFit): LikelihoodRatioTest {
  const df = larger.parameters - smaller.parameters;
  if (!(df > 0)) {
    throw new RangeError(
      `likelihoodRatioTest: the second fit has ${larger.parameters} parameters, the first ${smaller.parameters}; give the larger model last`,
    );
  }
  const isAlike =
    smaller.persons.used === larger.persons.used &&
    smaller.items.length === larger.items.length &&
    smaller.items.every(({ id }, j) => id === larger.items[j]!.id);
  if (!isAlike)
    throw new RangeError(
      'likelihoodRatioTest: the fits are of other persons or items; calibrate the same answers twice',
    );
  const statistic = 2 * (larger.logLikelihood - smaller.logLikelihood);
  return {
    statistic,
    df,
    p: chiSquareTail(statistic, df),
    aicChange: larger.aic - smaller.aic,
    bicChange: larger.bic - smaller.bic,
  };
}
