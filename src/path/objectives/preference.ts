import type { PathObjective } from './pathObjective.ts';

/**
 * Liked units should come early: 1 - (1 - liked) (1 - k / (n - 1)) for a unit in position k of n.
 *
 * @remarks Preferences say what learners like, not how they learn best: matching teaching to preferred styles has not been found
 * to help (Pashler et al. 2008, Psychological Science in the Public Interest 9, 105-119), so `planPath` gives it a small
 * weight of its own, and at most 0.2 in all.
 * @example
 * import { planPath } from 'tutelage/path';
 *
 * const preferences = [{ unitId: 'b', value: 1 }, { unitId: 'a', value: 0 }];
 * planPath({ units: [{ id: 'a' }, { id: 'b' }], preferences }).order; // => ['b', 'a']
 */
export function preference(): PathObjective {
  return {
    name: 'preference',
    options: {},
    prepare(_, { units, liked }) {
      const last = Math.max(1, units.length - 1);
      return { place: (j, k) => 1 - (1 - liked[j]!) * (1 - k / last) };
    },
  };
}

/** The most that preferences may weigh beside continuity and difficulty fit together, which weigh 1: our choice. */
export const MOST_PREFERENCE = 0.2;
