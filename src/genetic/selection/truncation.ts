import { check } from '../../math/check.ts';
import { below } from '../../random/stream.ts';
import type { Selection } from '../evolution.ts';
import { ranked } from './ranked.ts';

/**
 * Truncation selection: the fittest share of the population, each as likely as any other. Who is as fit as the last of them belongs to
 * them too (our choice), so that equals have equal chances.
 *
 * Muehlenbein & Schlierkamp-Voosen (1993), Evolutionary Computation 1, 25-49.
 *
 * @param options share: above 0, at most 1; 0.5 when absent. At least one individual is left
 * @throws RangeError for a share outside (0, 1]
 * @example
 * import { truncation } from 'tutelage/genetic';
 *
 * truncation({ share: 0.2 }).options; // => { share: 0.2 }
 */
export function truncation({ share = 0.5 }: { readonly share?: number } = {}): Selection {
  check(share > 0 && share <= 1, 'truncation', 'share', share, 'a number above 0 and at most 1');
  return {
    name: 'truncation',
    options: { share },
    prepare(fitness, wheel) {
      const order = ranked(fitness).reverse();
      let count = Math.max(1, Math.floor(share * order.length));
      while (count < order.length && fitness[order[count]!] === fitness[order[count - 1]!]) count++;
      wheel.set(order);
      wheel[order.length] = count;
    },
    pick: (wheel, from) => wheel[below(from, wheel[wheel.length >> 1]!)]!,
  };
}
