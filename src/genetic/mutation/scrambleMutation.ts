import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';

/**
 * Scramble mutation: a random stretch of two genes or more is put into another order, each as likely as any other.
 *
 * Syswerda (1991), Handbook of genetic algorithms, 332-349. An unchanged stretch is drawn again (our choice).
 *
 * @param options rate: probability per individual, in [0, 1]; 0.1 when absent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { scrambleMutation } from 'tutelage/genetic';
 *
 * scrambleMutation().options; // => { rate: 0.1 }
 */
export function scrambleMutation({ rate = 0.1 }: { readonly rate?: number | undefined } = {}): Mutation {
  checkShare('scrambleMutation', 'rate', rate);
  return {
    name: 'scrambleMutation',
    options: { rate },
    mutate(individual, from) {
      const size = individual.length;
      if (size < 2 || uniform(from) >= rate) return;
      const one = below(from, size);
      const other = (one + 1 + below(from, size - 1)) % size;
      const start = Math.min(one, other);
      const end = Math.max(one, other);
      let changed = false;
      while (!changed) {
        for (let k = end; k > start; k--) {
          const place = start + below(from, k - start + 1);
          const held = individual[k]!;
          individual[k] = individual[place]!;
          individual[place] = held;
          changed ||= place !== k;
        }
      }
    },
  };
}
