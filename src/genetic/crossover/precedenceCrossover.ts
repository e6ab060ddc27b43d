import { checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

/**
 * Precedence-preserving crossover (PPX): the child is filled from the front, each time with the first gene not yet placed of one
 * parent, drawn by a coin.
 *
 * A pair of genes that stands in the same order in both parents stands so in the child. Bierwirth, Mattfeld & Kopfer (1996), Parallel
 * Problem Solving from Nature IV, 310-318.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { precedenceCrossover } from 'tutelage/genetic';
 *
 * precedenceCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function precedenceCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('precedenceCrossover', 'rate', rate);
  return {
    name: 'precedenceCrossover',
    options: { rate },
    cross(first, second, child, taken, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      let one = 0;
      let other = 0;
      for (let k = 0; k < size; k++) {
        while (taken[first[one]!]) one++;
        while (taken[second[other]!]) other++;
        const gene = uniform(from) < 0.5 ? first[one]! : second[other]!;
        child[k] = gene;
        taken[gene] = 1;
      }
      for (let k = 0; k < size; k++) taken[k] = 0;
    },
  };
}
