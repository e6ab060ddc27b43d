import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';
import { pairsOf } from '../genome/linearExtension.ts';

/**
 * Insert mutation within the room that precedence leaves: one gene moves to another place after all that has to be before it, and
 * before all that has to be after it. Our choice. An individual that keeps precedence keeps it; a gene without room stays.
 *
 * @param before `before[j]` lists what has to come before j, as for {@link linearExtension}
 * @param options rate: probability per individual, in [0, 1]; 0.1 when absent
 * @throws RangeError for a rate outside [0, 1], a number that is none of 0..size-1, or a cycle (named)
 * @remarks n^2 bits of memory.
 * @example
 * import { precedenceMutation } from 'tutelage/genetic';
 *
 * precedenceMutation([[], [0]]).options; // => { rate: 0.1 }
 */
export function precedenceMutation(
  before: readonly (readonly number[])[],
  { rate = 0.1 }: { readonly rate?: number } = {},
): Mutation {
  checkShare('precedenceMutation', 'rate', rate);
  const size = before.length;
  const bits = new Int32Array(Math.ceil((size * size) / 32));
  for (const [first, after] of pairsOf('precedenceMutation', before)) {
    const at = first * size + after;
    bits[at >> 5]! |= 1 << (at & 31);
  }
  const required = (first: number, after: number): boolean => {
    const at = first * size + after;
    return ((bits[at >> 5]! >>> (at & 31)) & 1) === 1;
  };
  return {
    name: 'precedenceMutation',
    options: { rate },
    mutate(individual, from) {
      if (size < 2 || uniform(from) >= rate) return;
      const taken = below(from, size);
      const gene = individual[taken]!;
      let low = taken;
      let high = taken;
      while (low > 0 && !required(individual[low - 1]!, gene)) low--;
      while (high < size - 1 && !required(gene, individual[high + 1]!)) high++;
      if (low === high) return;
      const drawn = low + below(from, high - low);
      const place = drawn < taken ? drawn : drawn + 1;
      if (taken < place) individual.copyWithin(taken, taken + 1, place + 1);
      else individual.copyWithin(place + 1, place, taken);
      individual[place] = gene;
    },
  };
}
