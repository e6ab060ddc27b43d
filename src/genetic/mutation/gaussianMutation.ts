import { checkAbove, checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';
import { type Bounds, checkBounds, mirrored } from '../genome/bounds.ts';

/**
 * Gaussian mutation for reals: each gene, with the same probability, moves by a normal step. A value beyond a bound is mirrored at it
 * (our choice).
 *
 * @param bounds those of {@link reals}
 * @param options rate: probability per gene, in [0, 1], one over the number of genes when absent; sigma: standard deviation as
 * a share of the gene's width, above 0, 0.1 when absent
 * @throws RangeError for a rate outside [0, 1], a sigma of 0 or less, or bounds that are none
 * @example
 * import { gaussianMutation } from 'tutelage/genetic';
 *
 * gaussianMutation({ lower: [0], upper: [1] }).options; // => { rate: 1, sigma: 0.1 }
 */
export function gaussianMutation(
  bounds: Bounds,
  options: { readonly rate?: number; readonly sigma?: number } = {},
): Mutation<Float64Array> {
  const width = checkBounds('gaussianMutation', bounds);
  const { rate = 1 / Math.max(1, width.length), sigma = 0.1 } = options;
  checkShare('gaussianMutation', 'rate', rate);
  checkAbove('gaussianMutation', 'sigma', sigma, 0);
  const lower = Float64Array.from(bounds.lower);
  return {
    name: 'gaussianMutation',
    options: { rate, sigma },
    mutate(individual, from) {
      for (let k = 0; k < individual.length; k++) {
        if (uniform(from) >= rate) continue;
        // Box & Muller (1958), Annals of Mathematical Statistics 29, 610-611
        const step = Math.sqrt(-2 * Math.log1p(-uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
        individual[k] = mirrored(individual[k]! + sigma * width[k]! * step, lower[k]!, width[k]!);
      }
    },
  };
}
