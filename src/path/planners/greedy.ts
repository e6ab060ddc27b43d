import { orderCost, type Planner } from '../planner.ts';
import { precedenceIndex } from '../precedenceIndex.ts';
import { constrainedOrder } from './constrainedOrder.ts';
import { greedyOrder } from './greedyOrder.ts';

/**
 * Orders units by always going on to the cheapest unit whose prerequisites are placed; the cheapest of the orders that begin with
 * each of the first 50 units that may come first. A baseline: quick, and often far from the best.
 *
 * @remarks It looks one step ahead only. With locked positions or deadlines the unit due first goes first, whatever it costs.
 * @example
 * import { greedy, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'c', difficulty: 2 }, { id: 'a', difficulty: 0 }, { id: 'b', difficulty: 1 }];
 * planPath({ units, weight: 1 }, { by: greedy() }).planner; // => 'greedy'
 */
export function greedy(): Planner {
  return {
    name: 'greedy',
    options: {},
    plan(problem) {
      const bare = !problem.locked && !problem.latest;
      const order = bare ? greedyOrder(problem) : constrainedOrder(problem, precedenceIndex(problem.before));
      return order && { order, cost: orderCost(problem, order), proof: 'heuristic', evaluations: 1 };
    },
  };
}
