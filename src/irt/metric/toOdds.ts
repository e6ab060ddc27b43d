import { checkAbove } from '../../math/check.ts';

/**
 * A Rasch ability or difficulty in odds form, exp(logits): P(right) = ability / (ability + difficulty).
 *
 * Rasch, G. (1960). Probabilistic models for some intelligence and attainment tests.
 *
 * @param logits theta or b of a rasch item, any finite number
 * @returns odds, 0 or more; 1 at 0 logits
 * @throws RangeError for logits that are not finite
 * @example
 * import { fromOdds, toOdds } from 'tutelage/irt/analysis';
 *
 * toOdds(0); // => 1
 * fromOdds(toOdds(1.5)); // => 1.5
 */
export function toOdds(logits: number): number {
  checkAbove('toOdds', 'logits', logits, -Infinity);
  return Math.exp(logits);
}

/**
 * Logits from a Rasch ability or difficulty in odds form: log(odds).
 *
 * @param odds above 0
 * @returns theta or b in logits
 * @throws RangeError for odds that are not above 0
 * @example
 * import { fromOdds } from 'tutelage/irt/analysis';
 *
 * fromOdds(1); // => 0
 */
export function fromOdds(odds: number): number {
  checkAbove('fromOdds', 'odds', odds, 0);
  return Math.log(odds);
}
