import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

const MOST = 4; // neighbours of a gene in two parents

/**
 * Edge recombination: always on to a gene that is a neighbour in one of the parents, of several the one with the fewest
 * neighbours left; where there is none, to any gene left. Ties are drawn. As in the original, the first and the last gene of a
 * parent count as neighbours, and direction does not matter.
 *
 * Whitley, Starkweather & Fuquay (1989), Proceedings of the Third International Conference on Genetic Algorithms, 133-140.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { edgeRecombination } from 'tutelage/genetic';
 *
 * edgeRecombination({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function edgeRecombination({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('edgeRecombination', 'rate', rate);
  return {
    name: 'edgeRecombination',
    options: { rate },
    cross(first, second, child, scratch, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      // scratch: four neighbours per gene, how many, the genes left and where each of them is in that list
      const degree = MOST * size;
      const left = degree + size;
      const where = left + size;
      const join = (gene: number, next: number): void => {
        const count = scratch[degree + gene]!;
        for (let k = 0; k < count; k++) if (scratch[MOST * gene + k] === next) return;
        scratch[MOST * gene + count] = next;
        scratch[degree + gene] = count + 1;
      };
      const part = (gene: number, next: number): void => {
        const last = --scratch[degree + gene]!;
        for (let k = 0; k < last; k++) {
          if (scratch[MOST * gene + k] === next) scratch[MOST * gene + k] = scratch[MOST * gene + last]!;
        }
      };
      for (let k = 0; k < size; k++) {
        scratch[left + k] = k;
        scratch[where + k] = k;
        const next = k + 1 < size ? k + 1 : 0;
        if (first[k] === first[next]) continue;
        join(first[k]!, first[next]!);
        join(first[next]!, first[k]!);
        join(second[k]!, second[next]!);
        join(second[next]!, second[k]!);
      }
      let gene = uniform(from) < 0.5 ? first[0]! : second[0]!;
      for (let k = 0; ; k++) {
        child[k] = gene;
        const remaining = size - 1 - k;
        if (remaining === 0) break;
        const moved = scratch[left + remaining]!;
        scratch[left + scratch[where + gene]!] = moved;
        scratch[where + moved] = scratch[where + gene]!;
        const count = scratch[degree + gene]!;
        let best = scratch[left + below(from, remaining)]!;
        let fewest = MOST + 1;
        let ties = 1;
        for (let e = 0; e < count; e++) {
          const next = scratch[MOST * gene + e]!;
          part(next, gene);
          const open = scratch[degree + next]!;
          if (open > fewest) continue;
          ties = open < fewest ? 1 : ties + 1;
          fewest = open;
          if (ties === 1 || below(from, ties) === 0) best = next;
        }
        gene = best;
      }
      scratch.fill(0, 0, where + size);
    },
  };
}
