import { outOfOrder } from './outOfOrder.ts';
import type { PathProblem } from './pathProblem.ts';
import { pinned } from './pinned.ts';
import { type OrderProblem, orderCost, type PlannedOrder } from './planner.ts';
import { bestOrder } from './planners/best.ts';
import type { PreparedPath } from './preparePath.ts';

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

/** The units of the path in this order, as places; null when they are not exactly these. */
export function placesOf({ units }: PreparedPath, ids: readonly string[]): Int32Array | null {
  const place = new Map(units.map(({ id }, k) => [id, k]));
  const places = Int32Array.from(ids, (id) => place.get(id) ?? -1);
  return places.length === units.length && !places.includes(-1) ? places : null;
}

/** The cheapest order found that begins like `known` up to its first `fixed` units; null when no order does. */
export function beginningWith(
  problem: OrderProblem,
  known: Int32Array,
  fixed: number,
  seed: number,
  evaluations: number,
): PlannedOrder | null {
  const held = pinned(problem, Array.from(known.subarray(0, fixed)), true);
  const planned = held && bestOrder(held, seed, evaluations);
  if (!planned) return null;
  // the order known can still be better than what so few evaluations find
  const cost = orderCost(problem, known);
  if (cost >= planned.cost || problem.locked || problem.latest || outOfOrder(held.before, known)) return planned;
  return { ...planned, order: known, cost, proof: 'heuristic' };
}
