import { check, checkAbove } from '../../math/check.ts';
import type { Population } from '../ability/abilityMethod.ts';
import { checkPopulation } from '../ability/checkPopulation.ts';

/** A scale for reports: abilities of `population` get this mean and standard deviation, such as 500 and 100. */
export interface ReportingScale {
  readonly mean: number;
  /** Above 0. */
  readonly sd: number;
  /** Whose abilities these are, in logits; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Scores are rounded to multiples of this, above 0; not rounded when absent. */
  readonly step?: number;
  /** Lowest and highest score to report; none when absent. */
  readonly bounds?: readonly [lowest: number, highest: number];
}

/** A score on a reporting scale, and what was done to it. */
export interface ScaledScore {
  /** Rounded, then held within the bounds. */
  readonly score: number;
  /** Standard error, neither rounded nor bounded; null when there is none. */
  readonly se: number | null;
  /** Before rounding and bounds. */
  readonly exact: number;
  /** The bound the rounded score was beyond, so that the score is that bound; null when it was within. */
  readonly beyond: 'lowest' | 'highest' | null;
}

/**
 * An ability on a reporting scale: exact = mean + sd (theta - population mean) / population sd, and likewise the standard error.
 *
 * @param ability theta in logits and its standard error, such as an `AbilityEstimate`
 * @param scale mean, sd, and how scores are rounded and bounded
 * @returns the score with the exact value beside it, and which bound has cut it off, if any
 * @throws RangeError for a theta that is not finite or a scale that makes no sense, TypeError for bounds that do not ascend
 * @example
 * import { toReportingScale } from 'tutelage/irt/analysis';
 *
 * const scale = { mean: 500, sd: 100, step: 10, bounds: [200, 800] } as const;
 * toReportingScale({ theta: 0.42, se: 0.3 }, scale); // => { score: 540, se: 30, exact: 542, beyond: null }
 * toReportingScale({ theta: 3.5, se: null }, scale); // => { score: 800, se: null, exact: 850, beyond: 'highest' }
 */
export function toReportingScale(
  ability: { readonly theta: number; readonly se: number | null },
  scale: ReportingScale,
): ScaledScore {
  const where = 'toReportingScale';
  const { theta, se } = ability;
  checkAbove(where, 'theta', theta, -Infinity);
  const { from, unit } = lineOf(where, scale);
  const exact = from + unit * theta;
  const { step, bounds: [lowest, highest] = [-Infinity, Infinity] } = scale;
  const score = step === undefined ? exact : Math.round(exact / step) * step + 0; // + 0: never -0
  check(lowest < highest, where, 'bounds', `${lowest}, ${highest}`, '[lowest, highest]');
  return {
    score: Math.min(Math.max(score, lowest), highest),
    se: se === null ? null : se * unit,
    exact,
    beyond: score < lowest ? 'lowest' : score > highest ? 'highest' : null,
  };
}

/**
 * The ability of a score on a reporting scale: theta = population mean + population sd (score - mean) / sd.
 *
 * What rounding and bounds have taken away does not come back: give the exact score where there is one.
 *
 * @param score a score on the scale, any finite number
 * @param scale its mean, sd and population
 * @returns theta in logits
 * @throws RangeError for a score that is not finite and for a scale that makes no sense
 * @example
 * import { fromReportingScale } from 'tutelage/irt/analysis';
 *
 * fromReportingScale(542, { mean: 500, sd: 100 }); // => 0.42
 */
export function fromReportingScale(score: number, scale: ReportingScale): number {
  checkAbove('fromReportingScale', 'score', score, -Infinity);
  const { from, unit } = lineOf('fromReportingScale', scale);
  return (score - from) / unit;
}

/** The scale as score = from + unit x theta. */
function lineOf(where: string, { mean, sd, population = { mean: 0, sd: 1 }, step = 1 }: ReportingScale) {
  checkPopulation(where, population);
  const unit = sd / population.sd;
  const from = mean - unit * population.mean;
  checkAbove(where, 'sd', unit, 0);
  checkAbove(where, 'mean', from, -Infinity);
  checkAbove(where, 'step', step, 0);
  return { from, unit };
}
