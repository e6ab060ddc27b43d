import { check } from '../../math/check.ts';
import { uniform } from '../../random/stream.ts';
import type { Selection } from '../evolution.ts';
import { ranked } from './ranked.ts';
import { spin } from './spin.ts';

/**
 * Linear ranking: the chance of an individual grows with its rank, whatever the distances in fitness.
 *
 * p = [2 - s + 2 (s - 1) r / (N - 1)] / N with pressure s and rank r from 0, the worst, to N - 1; equally fit individuals share the mean
 * of their ranks (our choice). Baker (1985), Proceedings of an International Conference on Genetic Algorithms, 101-111.
 *
 * @param options pressure: expected picks of the best over those of an average individual, in [1, 2]; 1.5 when absent
 * @throws RangeError for a pressure outside [1, 2]
 * @example
 * import { linearRank } from 'tutelage/genetic';
 *
 * linearRank().options; // => { pressure: 1.5 }
 */
export function linearRank({ pressure = 1.5 }: { readonly pressure?: number } = {}): Selection {
  check(pressure >= 1 && pressure <= 2, 'linearRank', 'pressure', pressure, 'a number in [1, 2]');
  return {
    name: 'linearRank',
    options: { pressure },
    prepare(fitness, wheel) {
      const count = fitness.length;
      const order = ranked(fitness);
      for (let low = 0; low < count; ) {
        let high = low;
        while (high + 1 < count && fitness[order[high + 1]!] === fitness[order[low]!]) high++;
        const rank = (low + high) / 2;
        for (; low <= high; low++) {
          wheel[order[low]!] = count === 1 ? 1 : 2 - pressure + (2 * (pressure - 1) * rank) / (count - 1);
        }
      }
      for (let k = 1; k < count; k++) wheel[k]! += wheel[k - 1]!;
    },
    pick(wheel, from) {
      const count = wheel.length >> 1;
      return spin(wheel, count, uniform(from) * wheel[count - 1]!);
    },
  };
}
