import type { OrderProblem, PlannedOrder, Planner } from '../planner.ts';
import { exactOrder } from './exact.ts';
import { memeticOrder, memeticSettings } from './memetic.ts';

const STATES = 500_000;

/** `exact()` where that finishes within its default cap, else `memetic()`, which then knows what bound was found. */
export function best(): Planner {
  return { name: 'exact', options: {}, plan: (problem, seed) => bestOrder(problem, seed) };
}

/** The same with a budget: most changes of an order to try, and states to look at, each. Null: no order was found. */
export function bestOrder(problem: OrderProblem, seed: number, evaluations?: number): PlannedOrder | null {
  const { planned, lowerBound } = exactOrder(problem, Math.min(STATES, evaluations ?? Infinity), seed, evaluations);
  if (planned?.proof === 'optimal') return planned;
  const settings = memeticSettings(problem.size, evaluations === undefined ? {} : { evaluations });
  const longer = memeticOrder(problem, settings, seed, lowerBound);
  const found =
    longer && planned && planned.cost < longer.cost
      ? { ...planned, evaluations: longer.evaluations }
      : (longer ?? planned);
  return found && { ...found, by: 'memetic' };
}
