import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

/**
 * Prefix order crossover: the first parent up to a random place, then what is left in the order of the second parent.
 *
 * A pair of genes that stands in the same order in both parents stands so in the child: precedence is kept. The second parent's beginning
 * does not survive as such; a variant of order crossover (Davis 1985) without wrapping around.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { prefixCrossover } from 'tutelage/genetic';
 *
 * prefixCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function prefixCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('prefixCrossover', 'rate', rate);
  return {
    name: 'prefixCrossover',
    options: { rate },
    cross(first, second, child, taken, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      const cut = 1 + below(from, size - 1);
      for (let k = 0; k < cut; k++) {
        child[k] = first[k]!;
        taken[first[k]!] = 1;
      }
      let place = cut;
      for (let k = 0; k < size; k++) {
        const gene = second[k]!;
        if (taken[gene]) taken[gene] = 0;
        else child[place++] = gene;
      }
    },
  };
}
