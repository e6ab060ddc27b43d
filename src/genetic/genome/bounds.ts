import { check } from '../../math/check.ts';

/** Least and greatest value of each gene, both finite and the first not above the second. */
export interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Throws unless the bounds are bounds; returns the width of each gene. */
export function checkBounds(where: string, { lower, upper }: Bounds): Float64Array {
  if (lower.length !== upper.length) {
    throw new RangeError(`${where}: ${lower.length} lower and ${upper.length} upper bounds; give one of each per gene`);
  }
  return Float64Array.from(lower, (least, k) => {
    const most = upper[k]!;
    const fine = Number.isFinite(least) && Number.isFinite(most) && Number.isFinite(most - least) && least <= most;
    check(fine, where, `bounds of gene ${k}`, `[${least}, ${most}]`, 'two finite numbers, the lower first');
    return most - least;
  });
}

/** A value beyond a bound, mirrored at the bounds until it is within. */
export function mirrored(value: number, lower: number, width: number): number {
  if (width === 0) return lower;
  const period = 2 * width;
  const offset = (((value - lower) % period) + period) % period;
  return lower + Math.min(offset, period - offset);
}
