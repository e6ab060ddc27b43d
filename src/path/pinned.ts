import { digraph } from '../graph/digraph.ts';
import { findCycle } from '../graph/findCycle.ts';
import type { OrderProblem } from './planner.ts';

/** The problem with some units in a fixed order, all others after the last of these when `front`; null when that cannot be. */
export function pinned(problem: OrderProblem, chain: readonly number[], front: boolean): OrderProblem | null {
  const held = new Set(chain);
  const last = chain.at(-1);
  const before = problem.before.map((list, unit) =>
    front && last !== undefined && !held.has(unit) ? [...list, last] : [...list],
  );
  for (const [k, unit] of chain.entries()) if (k > 0) before[unit]!.push(chain[k - 1]!);
  const pairs = before.flatMap((list, after) => list.map((earlier) => [earlier, after] as const));
  return findCycle(digraph(problem.size, pairs)) ? null : { ...problem, before };
}
