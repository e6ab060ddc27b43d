import { checkShare } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Crossover } from '../evolution.ts';

/**
 * Cycle crossover (CX): every gene stands where it stands in one of the parents. Places whose genes the parents merely exchange form
 * cycles, taken from the first and the second parent in turn.
 *
 * Oliver, Smith & Holland (1987), Proceedings of the Second International Conference on Genetic Algorithms, 224-230.
 *
 * @param options rate: probability of crossing at all, in [0, 1]; 0.9 when absent. Otherwise the child is the first parent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { cycleCrossover } from 'tutelage/genetic';
 *
 * cycleCrossover({ rate: 0.8 }).options; // => { rate: 0.8 }
 */
export function cycleCrossover({ rate = 0.9 }: { readonly rate?: number | undefined } = {}): Crossover {
  checkShare('cycleCrossover', 'rate', rate);
  return {
    name: 'cycleCrossover',
    options: { rate },
    cross(first, second, child, placeOf, from) {
      const size = first.length;
      if (size < 2 || uniform(from) >= rate) {
        child.set(first);
        return;
      }
      for (let k = 0; k < size; k++) placeOf[first[k]!] = k + 1;
      let turn = false;
      for (let start = 0; start < size; start++) {
        if (placeOf[first[start]!] === 0) continue;
        for (let k = start, place = placeOf[first[k]!]!; place > 0; place = placeOf[first[k]!]!) {
          placeOf[first[k]!] = 0;
          child[k] = turn ? second[k]! : first[k]!;
          k = (placeOf[second[k]!] || start + 1) - 1;
        }
        turn = !turn;
      }
    },
  };
}
