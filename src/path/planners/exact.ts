import { checkWhole } from '../../math/check.ts';
import { type OrderProblem, orderCost, type PlannedOrder, type Planner } from '../planner.ts';
import { precedenceIndex } from '../precedenceIndex.ts';
import { completionBound } from './completionBound.ts';
import { idealSweep } from './idealSweep.ts';
import { memeticOrder } from './memetic.ts';

const WORK = 3e7; // links looked at for the bound, at most
const PASSES = 5000; // the same as looks at every link
const SCOUT = 3_000; // changes per unit tried to find an order worth beating

/**
 * Orders units at the least cost, proved: dynamic programming over the sets of units that can stand at the front of an
 * order, with the unit each of them ends in (Held & Karp 1962, SIAM Journal 10, 196-210, restricted to sets closed under
 * prerequisites).
 *
 * A short run of {@link memetic} finds an order to beat; sets from which a lower bound shows that no order is cheaper are dropped.
 *
 * @param options states: most pairs (set, last unit) looked at before it gives up, 1 or more; 500,000 when absent. About 30
 * bytes each
 * @throws RangeError for a cap that is no whole number of 1 or more
 * @remarks What decides is not the number of units but what prerequisites leave open: about n 2^(n-1) states without any, less
 * what bounds drop; 150 units with many prerequisites can be within the default.
 * @example
 * import { exact, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'c', difficulty: 2 }, { id: 'a', difficulty: 0 }, { id: 'b', difficulty: 1 }];
 * planPath({ units, weight: 1 }, { by: exact() }).order; // => ['a', 'b', 'c']
 */
export function exact({ states = 500_000 }: { readonly states?: number } = {}): Planner {
  checkWhole('exact', 'states', states, 1);
  return {
    name: 'exact',
    options: { states },
    plan(problem, seed) {
      const { planned } = exactOrder(problem, states, seed);
      return planned?.proof === 'optimal' ? planned : null;
    },
  };
}

/** The cheapest order with its proof; beyond the cap, the cheapest found (null: none) and a lower bound. `most` limits the scout. */
export function exactOrder(
  problem: OrderProblem,
  cap: number,
  seed: number,
  most = Infinity,
): { readonly planned: PlannedOrder | null; readonly lowerBound: number } {
  const evaluations = Math.min(most, SCOUT * (problem.size + 1));
  const scout = memeticOrder(problem, { evaluations, population: 2, children: 2 }, seed);
  if (scout?.proof === 'optimal') return { planned: scout, lowerBound: scout.cost };
  const upper = scout ? scout.cost : Infinity;
  const index = precedenceIndex(problem.before);
  const onward = completionBound(problem, index, upper, Math.min(WORK, PASSES * problem.size ** 2));
  if (!onward) return { planned: scout, lowerBound: scout?.lowerBound ?? -Infinity };
  const swept = idealSweep(problem, index.pre, onward, below(problem, upper), cap);
  const order = swept.order ?? scout?.order;
  if (!order) return { planned: null, lowerBound: swept.bound };
  const used = (scout?.evaluations ?? 0) + swept.states;
  const cost = orderCost(problem, order);
  const lowerBound = swept.capped ? Math.max(swept.bound, scout?.lowerBound ?? -Infinity) : cost;
  return {
    planned: { order, cost, proof: swept.capped ? 'heuristic' : 'optimal', evaluations: used, lowerBound },
    lowerBound,
  };
}

/** What an order has to cost less than to be cheaper by more than rounding: whole costs differ by 1 at least. */
function below({ cost, placement }: OrderProblem, upper: number): number {
  const whole = cost.every(Number.isInteger) && (!placement || placement.every(Number.isInteger));
  return whole && upper < 2 ** 45 ? upper - 0.5 : upper - 1e-11 * Math.abs(upper);
}
