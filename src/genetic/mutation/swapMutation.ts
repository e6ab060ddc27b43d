import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';

/**
 * Swap mutation: two positions, drawn at random, exchange what stands there.
 *
 * @param options rate: probability per individual, in [0, 1]; 0.1 when absent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { swapMutation } from 'tutelage/genetic';
 *
 * swapMutation().options; // => { rate: 0.1 }
 */
export function swapMutation({ rate = 0.1 }: { readonly rate?: number | undefined } = {}): Mutation {
  checkShare('swapMutation', 'rate', rate);
  return {
    name: 'swapMutation',
    options: { rate },
    mutate(individual, from) {
      const size = individual.length;
      if (size < 2 || uniform(from) >= rate) return;
      const one = below(from, size);
      const other = (one + 1 + below(from, size - 1)) % size;
      const held = individual[one]!;
      individual[one] = individual[other]!;
      individual[other] = held;
    },
  };
}
