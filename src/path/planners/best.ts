import type { Planner } from '../planner.ts';
import { exactOrder } from './exact.ts';
import { memeticOrder, memeticSettings } from './memetic.ts';

const STATES = 200_000;

/** `exact()` where that finishes within its default cap, else `memetic()`, which then knows what bound was found. */
export function best(): Planner {
  return {
    name: 'exact',
    options: {},
    plan(problem, seed) {
      const { planned, lowerBound } = exactOrder(problem, STATES, seed);
      if (planned?.proof === 'optimal') return planned;
      const longer = memeticOrder(problem, memeticSettings(problem.size), seed, lowerBound);
      const found =
        longer && planned && planned.cost < longer.cost
          ? { ...planned, evaluations: longer.evaluations }
          : (longer ?? planned);
      return found && { ...found, by: 'memetic' };
    },
  };
}
