import { checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Crossover, Genes } from '../evolution.ts';

/**
 * Uniform crossover: each gene from one of the parents, drawn by a coin. For bits and reals; orders would not stay orders.
 *
 * Syswerda (1989), Proceedings of the Third International Conference on Genetic Algorithms, 2-9.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { uniformCrossover } from 'tutelage/genetic';
 *
 * uniformCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function uniformCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover<Genes> {
  checkShare('uniformCrossover', 'rate', rate);
  return {
    name: 'uniformCrossover',
    options: { rate },
    cross(first, second, child, _scratch, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      for (let k = 0; k < size; k++) child[k] = (uniform(from) < 0.5 ? first : second)[k]!;
    },
  };
}
