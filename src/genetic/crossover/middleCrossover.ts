import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

/**
 * Middle order crossover: beginning and end of the first parent stay; what stands between comes in the order of the second parent.
 *
 * A pair of genes that stands in the same order in both parents stands so in the child: precedence is kept. A variant of order crossover
 * (Davis 1985) that keeps both ends.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { middleCrossover } from 'tutelage/genetic';
 *
 * middleCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function middleCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('middleCrossover', 'rate', rate);
  return {
    name: 'middleCrossover',
    options: { rate },
    cross(first, second, child, between, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      const one = below(from, size);
      const other = below(from, size);
      const start = Math.min(one, other);
      const end = Math.max(one, other);
      for (let k = 0; k < size; k++) {
        child[k] = first[k]!;
        if (k >= start && k <= end) between[first[k]!] = 1;
      }
      let place = start;
      for (let k = 0; k < size; k++) {
        const gene = second[k]!;
        if (!between[gene]) continue;
        between[gene] = 0;
        child[place++] = gene;
      }
    },
  };
}
