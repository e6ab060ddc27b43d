import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover, Genes } from '../evolution.ts';

/**
 * One-point crossover: the first parent up to a random place, the second from there on. For bits and reals; orders would not stay
 * orders.
 *
 * Holland (1975), Adaptation in natural and artificial systems.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { onePointCrossover } from 'tutelage/genetic';
 *
 * onePointCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function onePointCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover<Genes> {
  checkShare('onePointCrossover', 'rate', rate);
  return {
    name: 'onePointCrossover',
    options: { rate },
    cross(first, second, child, _scratch, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      const cut = 1 + below(from, size - 1);
      for (let k = 0; k < size; k++) child[k] = (k < cut ? first : second)[k]!;
    },
  };
}
