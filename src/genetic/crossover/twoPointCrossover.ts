import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover, Genes } from '../evolution.ts';

/**
 * Two-point crossover: a random stretch from the second parent, the rest from the first. For bits and reals; orders would not stay
 * orders.
 *
 * De Jong (1975), An analysis of the behavior of a class of genetic adaptive systems.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { twoPointCrossover } from 'tutelage/genetic';
 *
 * twoPointCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function twoPointCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover<Genes> {
  checkShare('twoPointCrossover', 'rate', rate);
  return {
    name: 'twoPointCrossover',
    options: { rate },
    cross(first, second, child, _scratch, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      const one = below(from, size);
      const other = below(from, size);
      const start = Math.min(one, other);
      const end = Math.max(one, other);
      for (let k = 0; k < size; k++) child[k] = (k >= start && k <= end ? second : first)[k]!;
    },
  };
}
