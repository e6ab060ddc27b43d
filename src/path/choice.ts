import type { PathProblem } from './pathProblem.ts';
import { pinned } from './pinned.ts';
import { orderCost, type PlannedOrder } from './planner.ts';
import { bestOrder } from './planners/best.ts';
import { type PreparedPath, preparePath } from './preparePath.ts';

/** One way to go on, for a learner to choose from. */
export interface Choice {
  /** The unit that would come next. */
  readonly unitId: string;
  /** The unit it would stand in for, which then leaves the path; null when that merely comes later. */
  readonly instead: string | null;
  /** The whole path after this choice. */
  readonly order: readonly string[];
  /** What that costs, in the terms of `planPath`, and by what share more than the cheapest way known. */
  readonly cost: number;
  readonly extra: number;
  readonly modality: string | null;
  readonly theme: string | null;
  /** In what it differs from the unit planned. */
  readonly differsIn: readonly ('modality' | 'theme')[];
}

/** The problem in which `instead` is not to be had. */
export function without(problem: PathProblem, instead: string | null): PathProblem {
  if (instead === null) return problem;
  const reasons = [{ text: 'Another unit was chosen in its place.' }];
  return { ...problem, infeasible: [...(problem.infeasible ?? []), { id: instead, reasons }] };
}

/** The cheapest order found that begins with these units; null when there is none, or when they are not all on the path. */
export function beginningWith(
  where: string,
  problem: PathProblem,
  front: readonly string[],
  seed: number,
  evaluations: number,
  known: readonly string[] = [],
): { readonly prepared: PreparedPath; readonly planned: PlannedOrder } | null {
  const prepared = preparePath(where, problem);
  const place = new Map(prepared.units.map(({ id }, k) => [id, k]));
  const chain = front.map((id) => place.get(id) ?? -1);
  if (chain.includes(-1)) return null;
  const held = pinned(prepared.problem, chain, true);
  const planned = held && bestOrder(held, seed, evaluations);
  if (!held || !planned) return null;
  // the order known with one unit moved up can still be better than what so few evaluations find
  const rest = known.flatMap((id) => (front.includes(id) ? [] : (place.get(id) ?? [])));
  const moved = Int32Array.from([...chain, ...rest]);
  const plain = !held.locked && !held.latest && moved.length === held.size;
  const position = new Map(Array.from(moved, (unit, k) => [unit, k]));
  const fits = plain && held.before.every((list, k) => list.every((b) => position.get(b)! < position.get(k)!));
  if (!fits || orderCost(held, moved) >= planned.cost) return { prepared, planned };
  return { prepared, planned: { ...planned, order: moved, cost: orderCost(held, moved), proof: 'heuristic' } };
}
