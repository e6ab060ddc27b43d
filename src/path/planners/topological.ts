import { digraph } from '../../graph/digraph.ts';
import { topologicalOrder } from '../../graph/topologicalOrder.ts';
import { orderCost, type Planner } from '../planner.ts';
import { precedenceIndex } from '../precedenceIndex.ts';
import { constrainedOrder } from './constrainedOrder.ts';

/**
 * Orders units as they are listed, each as soon as all it requires is placed (Kahn 1962, Communications of the ACM 5, 558-562): what
 * a course without personal order would do. A baseline: it does not look at costs.
 *
 * @remarks With locked positions or deadlines, the unit due first goes first.
 * @example
 * import { planPath, topological } from 'tutelage/path';
 *
 * const units = [{ id: 'c' }, { id: 'a' }, { id: 'b' }];
 * planPath({ units, prerequisites: [['b', 'a']] }, { by: topological() }).order; // => ['c', 'b', 'a']
 */
export function topological(): Planner {
  return {
    name: 'topological',
    options: {},
    plan(problem) {
      const { size, before, locked, latest } = problem;
      const pairs = before.flatMap((list, unit) => list.map((earlier) => [earlier, unit] as const));
      const order =
        locked || latest
          ? constrainedOrder(problem, precedenceIndex(before))
          : Int32Array.from(topologicalOrder(digraph(size, pairs)));
      return order && { order, cost: orderCost(problem, order), proof: 'heuristic', evaluations: 1 };
    },
  };
}
