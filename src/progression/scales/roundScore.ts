import { check, checkWhole } from '../../math/check.ts';

/** How a score that lies exactly between two is rounded. */
export type Rounding = 'halfAwayFromZero' | 'halfToEven';

/**
 * Rounds a score as gradebooks do: to so many decimals, halves away from zero (Canvas) or to the even neighbour (Brightspace).
 *
 * @param score a finite number, or null, which stays null
 * @param decimals 0 to 12; 2 when absent
 * @param rounding what to do with halves
 * @returns the rounded score
 * @throws TypeError or RangeError for a score that is not finite or decimals out of range
 * @remarks What counts is the decimal number as it is printed: 1.005 is a half, although its double lies below.
 * @example
 * import { roundScore } from 'tutelage/progression';
 *
 * roundScore(1.005); // => 1.01
 * roundScore(2.5, 0, 'halfToEven'); // => 2
 */
export function roundScore(score: number | null, decimals = 2, rounding: Rounding = 'halfAwayFromZero'): number | null {
  checkWhole('roundScore', 'decimals', decimals, 0, 12);
  if (score === null) return null;
  check(Number.isFinite(score), 'roundScore', 'score', score, 'finite');
  const scaled = shifted(Math.abs(score), decimals);
  const floor = Math.floor(scaled);
  const half = scaled - floor === 0.5;
  const whole = half && rounding === 'halfToEven' ? floor + (floor % 2) : Math.floor(scaled + 0.5);
  return Math.sign(score) * shifted(whole, -decimals);
}

/** A number times a power of ten, by its decimal digits. */
function shifted(value: number, places: number): number {
  const [digits, exponent = '0'] = value.toString().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
