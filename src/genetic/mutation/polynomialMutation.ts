import { checkAbove, checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';
import { type Bounds, checkBounds, mirrored } from '../genome/bounds.ts';

/**
 * Polynomial mutation for reals: each gene, with the same probability, moves by delta times its width.
 *
 * delta = (2u)^(1/(eta+1)) - 1 for u below 0.5, else 1 - (2-2u)^(1/(eta+1)). Deb & Goyal (1996), Computer Science and Informatics 26,
 * 30-45. A value beyond a bound is mirrored at it (our choice).
 *
 * @param bounds those of {@link reals}
 * @param options rate: probability per gene, in [0, 1], one over the number of genes when absent; eta: 0 or more, the larger
 * the smaller the steps, 20 when absent
 * @throws RangeError for a rate outside [0, 1], a negative eta or bounds that are none
 * @example
 * import { polynomialMutation } from 'tutelage/genetic';
 *
 * polynomialMutation({ lower: [0], upper: [1] }).options; // => { rate: 1, eta: 20 }
 */
export function polynomialMutation(
  bounds: Bounds,
  options: { readonly rate?: number; readonly eta?: number } = {},
): Mutation<Float64Array> {
  const width = checkBounds('polynomialMutation', bounds);
  const { rate = 1 / Math.max(1, width.length), eta = 20 } = options;
  checkShare('polynomialMutation', 'rate', rate);
  if (eta !== 0) checkAbove('polynomialMutation', 'eta', eta, 0);
  const lower = Float64Array.from(bounds.lower);
  return {
    name: 'polynomialMutation',
    options: { rate, eta },
    mutate(individual, from) {
      for (let k = 0; k < individual.length; k++) {
        if (uniform(from) >= rate) continue;
        const u = uniform(from);
        const delta = u < 0.5 ? (2 * u) ** (1 / (eta + 1)) - 1 : 1 - (2 - 2 * u) ** (1 / (eta + 1));
        individual[k] = mirrored(individual[k]! + delta * width[k]!, lower[k]!, width[k]!);
      }
    },
  };
}
