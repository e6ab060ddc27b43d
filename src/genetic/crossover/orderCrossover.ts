import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

/**
 * Order crossover (OX): a stretch of the first parent stays where it is; the rest follows in the second parent's order,
 * starting after the stretch and wrapping around.
 *
 * Davis, L. (1985), Proceedings of the 9th International Joint Conference on Artificial Intelligence, 162-164.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { orderCrossover } from 'tutelage/genetic';
 *
 * orderCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function orderCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('orderCrossover', 'rate', rate);
  return {
    name: 'orderCrossover',
    options: { rate },
    cross(first, second, child, taken, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      const one = below(from, size);
      const other = below(from, size);
      const start = Math.min(one, other);
      const end = Math.max(one, other);
      for (let k = start; k <= end; k++) taken[first[k]!] = 1;
      // every gene is written, and the place moves on from those not taken: no branch for the processor to guess
      let place = end + 1 < size ? end + 1 : 0;
      let at = end;
      for (let k = 0; k < size; k++) {
        if (++at === size) at = 0;
        const gene = second[at]!;
        child[place] = gene;
        place += 1 - taken[gene]!;
        if (place === size) place = 0;
      }
      for (let k = start; k <= end; k++) {
        child[k] = first[k]!;
        taken[first[k]!] = 0;
      }
    },
  };
}
