import { uniform } from '../../random/stream.ts';
import type { Genome } from '../evolution.ts';
import { type Bounds, checkBounds } from './bounds.ts';

/**
 * Real numbers within bounds, each value as likely as any other to begin with.
 *
 * @param bounds lower and upper: least and greatest value of each gene
 * @throws RangeError or TypeError for bounds that are not finite, in the wrong order or of different numbers
 * @example
 * import { reals } from 'tutelage/genetic';
 *
 * reals({ lower: [0, -1], upper: [1, 1] }).size; // => 2
 */
export function reals(bounds: Bounds): Genome<Float64Array> {
  const width = checkBounds('reals', bounds);
  const lower = Float64Array.from(bounds.lower);
  return {
    name: 'reals',
    size: width.length,
    empty: () => new Float64Array(width.length),
    create(into, from) {
      for (let k = 0; k < width.length; k++) into[k] = lower[k]! + uniform(from) * width[k]!;
    },
  };
}
