import { checkShare, checkWhole } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Genome } from '../evolution.ts';

/**
 * Yes or no for each of `size` things, as ones and zeros.
 *
 * @param size genes, 0 or more
 * @param options share: expected share of ones to begin with, in [0, 1]; 0.5 when absent
 * @throws RangeError for a size that is no whole number of 0 or more, or a share outside [0, 1]
 * @example
 * import { bits } from 'tutelage/genetic';
 *
 * bits(5).name; // => 'bits'
 */
export function bits(size: number, { share = 0.5 }: { readonly share?: number } = {}): Genome {
  checkWhole('bits', 'size', size, 0);
  checkShare('bits', 'share', share);
  return {
    name: 'bits',
    size,
    empty: () => new Int32Array(size),
    create(into, from) {
      for (let k = 0; k < size; k++) into[k] = uniform(from) < share ? 1 : 0;
    },
  };
}
