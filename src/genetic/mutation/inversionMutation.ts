import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';

/**
 * Inversion mutation: a random stretch of two genes or more is turned round.
 *
 * Holland (1975), Adaptation in natural and artificial systems; Fogel (1990), IEEE Transactions on Systems, Man, and Cybernetics 20.
 *
 * @param options rate: probability per individual, in [0, 1]; 0.1 when absent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { inversionMutation } from 'tutelage/genetic';
 *
 * inversionMutation().options; // => { rate: 0.1 }
 */
export function inversionMutation({ rate = 0.1 }: { readonly rate?: number | undefined } = {}): Mutation {
  checkShare('inversionMutation', 'rate', rate);
  return {
    name: 'inversionMutation',
    options: { rate },
    mutate(individual, from) {
      const size = individual.length;
      if (size < 2 || uniform(from) >= rate) return;
      const one = below(from, size);
      const other = (one + 1 + below(from, size - 1)) % size;
      for (let low = Math.min(one, other), high = Math.max(one, other); low < high; low++, high--) {
        const held = individual[low]!;
        individual[low] = individual[high]!;
        individual[high] = held;
      }
    },
  };
}
