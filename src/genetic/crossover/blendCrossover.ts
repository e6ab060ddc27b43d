import { checkAbove, checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';
import { type Bounds, checkBounds, mirrored } from '../genome/bounds.ts';

/**
 * Blend crossover (BLX-alpha) for reals: each gene drawn evenly between those of the parents, or beyond them by up to alpha times
 * their distance. A value beyond a bound is mirrored at it (our choice).
 *
 * Eshelman & Schaffer (1993), Foundations of Genetic Algorithms 2, 187-202.
 *
 * @param bounds those of {@link reals}
 * @param options rate: probability of crossing at all, in [0, 1], 0.9 when absent; alpha: 0 or more, 0.5 when absent
 * @throws RangeError for a rate outside [0, 1], a negative alpha or bounds that are none
 * @example
 * import { blendCrossover } from 'tutelage/genetic';
 *
 * blendCrossover({ lower: [0], upper: [1] }).options; // => { rate: 0.9, alpha: 0.5 }
 */
export function blendCrossover(
  bounds: Bounds,
  { rate = 0.9, alpha = 0.5 }: { readonly rate?: number; readonly alpha?: number } = {},
): Crossover<Float64Array> {
  checkShare('blendCrossover', 'rate', rate);
  if (alpha !== 0) checkAbove('blendCrossover', 'alpha', alpha, 0);
  const width = checkBounds('blendCrossover', bounds);
  const lower = Float64Array.from(bounds.lower);
  return {
    name: 'blendCrossover',
    options: { rate, alpha },
    cross(first, second, child, _scratch, from) {
      child.set(first);
      if (uniform(from) >= rate) return;
      for (let k = 0; k < child.length; k++) {
        const reach = second[k]! - first[k]!;
        child[k] = mirrored(first[k]! + reach * ((1 + 2 * alpha) * uniform(from) - alpha), lower[k]!, width[k]!);
      }
    },
  };
}
