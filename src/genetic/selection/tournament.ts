import { checkWhole } from '../../math/check.ts';
import { below } from '../../random/stream.ts';
import type { Selection } from '../evolution.ts';

/**
 * Tournament selection: of `size` individuals drawn with replacement, the fittest; of equally fit ones the first drawn.
 *
 * With distinct fitness, the r-th best of N is picked with probability [(N - r + 1)^s - (N - r)^s] / N^s.
 * Goldberg & Deb (1991), Foundations of Genetic Algorithms 1, 69-93.
 *
 * @param options size: individuals per tournament, 1 or more; 2 when absent
 * @throws RangeError for a size that is no whole number of 1 or more
 * @example
 * import { tournament } from 'tutelage/genetic';
 *
 * tournament({ size: 3 }).options; // => { size: 3 }
 */
export function tournament({ size = 2 }: { readonly size?: number } = {}): Selection {
  checkWhole('tournament', 'size', size, 1);
  return {
    name: 'tournament',
    options: { size },
    prepare: (fitness, wheel) => wheel.set(fitness),
    pick(wheel, from) {
      const count = wheel.length >> 1;
      let best = below(from, count);
      for (let k = 1; k < size; k++) {
        const rival = below(from, count);
        if (wheel[rival]! > wheel[best]!) best = rival;
      }
      return best;
    },
  };
}
