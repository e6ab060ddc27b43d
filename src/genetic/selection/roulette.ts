import { uniform } from '../../random/stream.ts';
import type { Selection } from '../evolution.ts';
import { spin } from './spin.ts';

/**
 * Roulette-wheel selection: the chance of an individual is proportional to its fitness above the worst of its generation.
 *
 * p_i = (f_i - min f) / sum_j (f_j - min f); when all are equally fit, each is as likely as any other. Shifting by the
 * minimum makes the wheel work for negative fitness and keeps pressure up when all values are close (windowing;
 * Goldberg 1989, Genetic algorithms in search, optimization and machine learning, ch. 4).
 *
 * @example
 * import { roulette } from 'tutelage/genetic';
 *
 * roulette().name; // => 'roulette'
 */
export function roulette(): Selection {
  return {
    name: 'roulette',
    options: {},
    prepare(fitness, wheel) {
      let least = Infinity;
      for (const value of fitness) least = Math.min(least, value);
      let total = 0;
      for (let k = 0; k < fitness.length; k++) wheel[k] = total += fitness[k]! - least;
      if (!(total > 0)) for (let k = 0; k < fitness.length; k++) wheel[k] = k + 1;
    },
    pick(wheel, from) {
      const count = wheel.length >> 1;
      return spin(wheel, count, uniform(from) * wheel[count - 1]!);
    },
  };
}
