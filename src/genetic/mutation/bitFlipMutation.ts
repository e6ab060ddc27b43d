import { checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';

/**
 * Bit-flip mutation: each bit turns into the other with the same probability.
 *
 * @param options rate: probability per bit, in [0, 1]; one over the number of bits when absent
 * @throws RangeError for a rate outside [0, 1]
 * @remarks One draw per change rather than per bit: the distance to the next is geometric.
 * @example
 * import { bitFlipMutation } from 'tutelage/genetic';
 *
 * bitFlipMutation({ rate: 0.01 }).options; // => { rate: 0.01 }
 */
export function bitFlipMutation({ rate }: { readonly rate?: number } = {}): Mutation {
  if (rate !== undefined) checkShare('bitFlipMutation', 'rate', rate);
  return {
    name: 'bitFlipMutation',
    options: rate === undefined ? {} : { rate },
    mutate(individual, from) {
      const chance = rate ?? 1 / individual.length;
      if (chance === 0) return;
      const scale = Math.log1p(-chance);
      const skip = () => (chance === 1 ? 0 : Math.floor(Math.log1p(-uniform(from)) / scale));
      for (let k = skip(); k < individual.length; k += 1 + skip()) individual[k] = 1 - individual[k]!;
    },
  };
}
