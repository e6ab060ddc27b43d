import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

/**
 * Partially mapped crossover (PMX): a stretch of the first parent stays where it is; elsewhere stands what the second parent has
 * there, or, where that is in the stretch already, what the second has in the place the stretch took it from.
 *
 * Goldberg & Lingle (1985), Proceedings of an International Conference on Genetic Algorithms, 154-159.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { partiallyMappedCrossover } from 'tutelage/genetic';
 *
 * partiallyMappedCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function partiallyMappedCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('partiallyMappedCrossover', 'rate', rate);
  return {
    name: 'partiallyMappedCrossover',
    options: { rate },
    cross(first, second, child, placeOf, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      const one = below(from, size);
      const other = below(from, size);
      const start = Math.min(one, other);
      const end = Math.max(one, other);
      for (let k = start; k <= end; k++) {
        child[k] = first[k]!;
        placeOf[first[k]!] = k + 1;
      }
      for (let k = 0; k < size; k++) {
        if (k === start) k = end + 1;
        if (k >= size) break;
        let gene = second[k]!;
        while (placeOf[gene]! > 0) gene = second[placeOf[gene]! - 1]!;
        child[k] = gene;
      }
      for (let k = start; k <= end; k++) placeOf[first[k]!] = 0;
    },
  };
}
