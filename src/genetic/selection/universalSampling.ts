import { shuffle } from '../../random/shuffle.ts';
import { uniform } from '../../random/stream.ts';
import type { Selection } from '../evolution.ts';
import { roulette } from './roulette.ts';

/**
 * Stochastic universal sampling: the wheel of {@link roulette}, spun once per generation with equally spaced pointers, two per
 * individual. Each is picked its expected number of times, rounded down or up; the picks come in random order.
 *
 * Baker (1987), Proceedings of the Second International Conference on Genetic Algorithms, 14-21.
 *
 * @example
 * import { universalSampling } from 'tutelage/genetic';
 *
 * universalSampling().name; // => 'universalSampling'
 */
export function universalSampling(): Selection {
  const { prepare } = roulette();
  return {
    name: 'universalSampling',
    options: {},
    prepare(fitness, wheel, from) {
      prepare(fitness, wheel, from);
      const count = fitness.length;
      const pointers = wheel.length;
      const totals = wheel.slice(0, count);
      const step = totals[count - 1]! / pointers;
      const start = uniform(from);
      for (let k = 0, at = 0; k < pointers; k++) {
        while (at < count - 1 && totals[at]! <= (start + k) * step) at++;
        wheel[k] = at;
      }
      shuffle(wheel, from);
    },
    pick: (wheel, _from, draw) => wheel[draw % wheel.length]!,
  };
}
