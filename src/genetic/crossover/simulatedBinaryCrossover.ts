import { checkAbove, checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';
import { type Bounds, checkBounds, mirrored } from '../genome/bounds.ts';

/**
 * Simulated binary crossover (SBX) for reals: each gene, at even odds, moves from the mean of the parents by half their distance times
 * a spread beta, whose distribution has its mode at 1; otherwise it is the first parent's.
 *
 * beta = (2u)^(1/(eta+1)) for u at most 0.5, else (1/(2-2u))^(1/(eta+1)). Deb & Agrawal (1995), Complex Systems 9, 115-148. One of their two
 * children, either at even odds; a value beyond a bound is mirrored at it (our choice).
 *
 * @param bounds those of {@link reals}
 * @param options rate: probability of crossing at all, in [0, 1], 0.9 when absent; eta: 0 or more, the larger the closer to
 * the parents, 15 when absent
 * @throws RangeError for a rate outside [0, 1], a negative eta or bounds that are none
 * @example
 * import { simulatedBinaryCrossover } from 'tutelage/genetic';
 *
 * simulatedBinaryCrossover({ lower: [0], upper: [1] }).options; // => { rate: 0.9, eta: 15 }
 */
export function simulatedBinaryCrossover(
  bounds: Bounds,
  { rate = 0.9, eta = 15 }: { readonly rate?: number; readonly eta?: number } = {},
): Crossover<Float64Array> {
  checkShare('simulatedBinaryCrossover', 'rate', rate);
  if (eta !== 0) checkAbove('simulatedBinaryCrossover', 'eta', eta, 0);
  const width = checkBounds('simulatedBinaryCrossover', bounds);
  const lower = Float64Array.from(bounds.lower);
  return {
    name: 'simulatedBinaryCrossover',
    options: { rate, eta },
    cross(first, second, child, _scratch, from) {
      child.set(first);
      if (uniform(from) >= rate) return;
      const side = uniform(from) < 0.5 ? -1 : 1;
      for (let k = 0; k < child.length; k++) {
        if (uniform(from) >= 0.5) continue;
        const u = uniform(from);
        const beta = (u <= 0.5 ? 2 * u : 1 / (2 - 2 * u)) ** (1 / (eta + 1));
        const moved = (first[k]! + second[k]! + side * beta * (second[k]! - first[k]!)) / 2;
        child[k] = mirrored(moved, lower[k]!, width[k]!);
      }
    },
  };
}
