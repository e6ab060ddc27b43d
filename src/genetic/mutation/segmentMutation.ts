import { checkShare } from '../../math/check.ts';
import { below, uniform } from '../../random/stream.ts';
import type { Mutation } from '../evolution.ts';

/**
 * Segment mutation: a random stretch is taken out and put in elsewhere, in the same order.
 *
 * The displacement operator of Michalewicz (1992), Genetic algorithms + data structures = evolution programs.
 *
 * @param options rate: probability per individual, in [0, 1]; 0.1 when absent
 * @throws RangeError for a rate outside [0, 1]
 * @example
 * import { segmentMutation } from 'tutelage/genetic';
 *
 * segmentMutation().options; // => { rate: 0.1 }
 */
export function segmentMutation({ rate = 0.1 }: { readonly rate?: number | undefined } = {}): Mutation {
  checkShare('segmentMutation', 'rate', rate);
  return {
    name: 'segmentMutation',
    options: { rate },
    mutate(individual, from) {
      const size = individual.length;
      if (size < 2 || uniform(from) >= rate) return;
      // three distinct cuts of the size + 1: what stands between them changes places
      let a = below(from, size + 1);
      let b = (a + 1 + below(from, size)) % (size + 1);
      let c = below(from, size - 1);
      if (a > b) [a, b] = [b, a];
      if (c >= a) c++;
      if (c >= b) c++;
      const [low, middle, high] = c < a ? [c, a, b] : c < b ? [a, c, b] : [a, b, c];
      reverse(individual, low, middle);
      reverse(individual, middle, high);
      reverse(individual, low, high);
    },
  };
}

/** Turns individual[start..end-1] round; three of these exchange neighbouring stretches without room for a copy. */
function reverse(individual: Int32Array, start: number, end: number): void {
  for (let low = start, high = end - 1; low < high; low++, high--) {
    const held = individual[low]!;
    individual[low] = individual[high]!;
    individual[high] = held;
  }
}
