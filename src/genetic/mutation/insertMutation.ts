import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';

/**
 * Insert mutation: one gene is taken out and put in elsewhere; those between move up by one.
 *
 * Fogel (1988), Biological Cybernetics 60, 139-144.
 *
 * @param options rate: probability per individual, in [0, 1]; 0.1 when absent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { insertMutation } from 'tutelage/genetic';
 *
 * insertMutation().options; // => { rate: 0.1 }
 */
export function insertMutation({ rate = 0.1 }: { readonly rate?: number | undefined } = {}): Mutation {
  checkShare('insertMutation', 'rate', rate);
  return {
    name: 'insertMutation',
    options: { rate },
    mutate(individual, from) {
      const size = individual.length;
      if (size < 2 || uniform(from) >= rate) return;
      const taken = below(from, size);
      const place = (taken + 1 + below(from, size - 1)) % size;
      const gene = individual[taken]!;
      if (taken < place) individual.copyWithin(taken, taken + 1, place + 1);
      else individual.copyWithin(place + 1, place, taken);
      individual[place] = gene;
    },
  };
}
