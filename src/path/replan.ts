import { checkOnce, checkShare } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { taughtBy } from './checkUnits.ts';
import type { LeftOutUnit, Path } from './path.ts';
import type { PathProblem } from './pathProblem.ts';
import { pinned } from './pinned.ts';
import type { PlannedPath } from './plannedPath.ts';
import type { PlannedOrder } from './planner.ts';
import { bestOrder } from './planners/best.ts';
import { pathOf } from './planPath.ts';
import { preparePath } from './preparePath.ts';

/** What has become known since a path was planned. */
export interface NewEvidence {
  /** Units finished, in the order in which they were; what they teach counts as mastered, unless `open` names it. */
  readonly done?: readonly string[];
  /** Competencies mastered meanwhile, from whatever source. */
  readonly mastered?: readonly string[];
  /** Competencies that turn out not to be mastered: what teaches them comes (again). */
  readonly open?: readonly string[];
  /** The learner's ability in logits, as now estimated. */
  readonly theta?: number;
}

/** Options of {@link replan}. */
export interface ReplanOptions {
  /** The old order is kept as long as it costs at most this much more than the best one, in [0, 1] like costs; 0.05 when absent. */
  readonly slack?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** One difference between the old path and the new one. */
export interface PathChange {
  readonly unitId: string;
  readonly change: 'done' | 'dropped' | 'added' | 'repeated' | 'moved';
  /** A sentence. */
  readonly why: string;
}

/** The outcome of {@link replan}. */
export interface Replanned {
  /** What is still to do. */
  readonly path: PlannedPath;
  /** Units already done, in their order. */
  readonly done: readonly string[];
  /** Empty when the rest of the old path stands. */
  readonly changes: readonly PathChange[];
}

/**
 * Brings a path up to date: what is done stays done, what is mastered is dropped, what is missing comes in where it fits best, and the
 * rest keeps its order.
 *
 * The units that stay are held in their old order and the others placed among them at the least cost. Only where prerequisites
 * no longer allow that order, or where the best order is cheaper by more than `slack`, the rest is ordered anew. Our choice.
 *
 * @param problem what the path was planned from; `minutes` and deadlines count from its beginning
 * @param path the path followed so far
 * @param evidence what is new
 * @param options how much worse than the best the old order may be, and the seed
 * @returns what is left to do, and every change with its reason
 * @throws TypeError or RangeError as `planPath`; for units done that are no units, a competency both mastered and open, or a budget that
 * the units done have used up
 * @remarks The step from the last unit done to the next one is not part of the cost. Same seed, same path.
 * @example
 * import { planPath, replan } from 'tutelage/path';
 *
 * const units = [{ id: 'halves' }, { id: 'thirds' }, { id: 'fractions' }];
 * const problem = { units, prerequisites: [['halves', 'fractions'], ['thirds', 'fractions']] as const };
 * const path = planPath(problem);
 * path.order; // => ['halves', 'thirds', 'fractions']
 * const next = replan(problem, path, { done: ['halves'], mastered: ['thirds'] });
 * next.path.order; // => ['fractions']
 * next.changes[1]; // => { unitId: 'thirds', change: 'dropped', why: 'what it teaches is mastered' }
 */
export function replan(
  problem: PathProblem,
  path: Pick<Path, 'order'>,
  evidence: NewEvidence,
  options: ReplanOptions = {},
): Replanned {
  const { done = [], mastered = [], open = [], theta = problem.theta } = evidence;
  const { slack = 0.05, seed = 0 } = options;
  checkSeed('replan', seed);
  checkShare('replan', 'slack', slack);
  checkOnce('replan', 'unit of done', done);
  const unitOf = new Map(problem.units.map((unit) => [unit.id, unit]));
  const both = mastered.find((id) => open.includes(id));
  if (both !== undefined) throw new RangeError(`replan: "${both}" is both mastered and open; name it once`);
  const finished = done.map((id) => {
    const unit = unitOf.get(id);
    if (!unit) throw new RangeError(`replan: done names "${id}", which is no unit`);
    return unit;
  });
  const closed = new Set(open);
  const known = new Set([...(problem.mastered ?? []), ...mastered, ...finished.flatMap(taughtBy)]);
  for (const id of open) known.delete(id);
  const repeated = new Set(finished.filter((unit) => taughtBy(unit).some((id) => closed.has(id))).map(({ id }) => id));
  const over = new Set(done.filter((id) => !repeated.has(id)));
  const rest = remaining(problem, finished, over, [...known]);
  const prepared = preparePath('replan', theta === undefined ? rest : { ...rest, theta });
  const place = new Map(prepared.units.map(({ id }, k) => [id, k]));
  const kept = path.order.flatMap((id) => place.get(id) ?? []);
  const best = bestOrder(prepared.problem, seed);
  const held = pinned(prepared.problem, kept, false);
  const same = held && bestOrder(held, seed);
  const keep = same !== null && (!best || same.cost <= best.cost + slack + 1e-12);
  const planned = keep ? judged(same, best) : best;
  if (!planned) {
    throw new RangeError('replan: no order keeps the locked positions and deadlines that are left; move or drop one');
  }
  const whole = pathOf(rest, prepared, planned, keep ? 'replan' : 'exact', seed);
  const next = { ...whole, leftOut: whole.leftOut.filter(({ unitId }) => !over.has(unitId)) };
  return {
    path: next,
    done,
    changes: changesOf(path.order, next, { done, repeated, unitOf, closed, moved: !keep }),
  };
}

/** The old order as one of all orders: what is known of the best one says how good it can be at most. */
function judged({ order, cost, evaluations }: PlannedOrder, best: PlannedOrder | null): PlannedOrder {
  const bound = best?.proof === 'optimal' ? best.cost : best?.lowerBound;
  const optimal = best?.proof === 'optimal' && cost <= best.cost + 1e-12;
  return {
    order,
    cost,
    evaluations: evaluations + (best?.evaluations ?? 0),
    proof: optimal ? 'optimal' : 'heuristic',
    ...(bound !== undefined && { lowerBound: bound }),
  };
}

/** The problem without what is done: limits that count from the beginning are less what it took. */
function remaining(
  problem: PathProblem,
  finished: readonly { readonly id: string; readonly minutes?: number }[],
  over: ReadonlySet<string>,
  mastered: readonly string[],
): PathProblem {
  const { minutes, deadlines = [], locked = [], begun = [], preferences = [], pace = 1 } = problem;
  const left = <T extends { readonly unitId: string }>(list: readonly T[]) =>
    list.filter(({ unitId }) => !over.has(unitId));
  const timed = minutes !== undefined || deadlines.length > 0;
  const spent = finished.reduce((sum, unit) => {
    if (timed && unit.minutes === undefined)
      throw new RangeError(`replan: unit "${unit.id}" is done, but has no minutes`);
    return sum + (unit.minutes ?? 0) * pace;
  }, 0);
  if (minutes !== undefined && minutes <= spent) {
    throw new RangeError(`replan: what is done took ${spent} of ${minutes} minutes; nothing is left, raise minutes`);
  }
  return {
    ...problem,
    infeasible: [...(problem.infeasible ?? []), ...[...over].map((id) => ({ id }))],
    mastered,
    ...(minutes !== undefined && { minutes: minutes - spent }),
    begun: begun.filter((id) => !over.has(id)),
    locked: left(locked).map(({ unitId, position }) => ({
      unitId,
      position: Math.max(0, position - finished.length),
    })),
    deadlines: left(deadlines).map((due) => ({ ...due, minutes: due.minutes - spent })),
    preferences: left(preferences),
  };
}

const DROPPED: Readonly<Record<LeftOutUnit['reason'], string>> = {
  mastered: 'what it teaches is mastered',
  noGoal: 'no goal needs it any more',
  answeredRight: 'its items were answered right',
  notAsked: 'its items were not asked',
  notChosen: 'another unit teaches the same',
  budget: 'the minutes left do not suffice for it',
  infeasible: 'it is not feasible any more',
};

function changesOf(
  before: readonly string[],
  path: PlannedPath,
  known: {
    readonly done: readonly string[];
    readonly repeated: ReadonlySet<string>;
    readonly unitOf: ReadonlyMap<string, { readonly teaches?: readonly string[]; readonly id: string }>;
    readonly closed: ReadonlySet<string>;
    readonly moved: boolean;
  },
): PathChange[] {
  const { done, repeated, unitOf, closed, moved } = known;
  const now = new Set(path.order);
  const old = new Set(before);
  const reason = new Map(path.leftOut.map((left) => [left.unitId, left]));
  const changes: PathChange[] = done.map((unitId) => ({ unitId, change: 'done', why: 'it is finished' }));
  for (const unitId of before) {
    if (now.has(unitId) || done.includes(unitId)) continue;
    const left = reason.get(unitId);
    const why = left?.text ?? (left ? DROPPED[left.reason] : 'it is no unit of the problem');
    changes.push({ unitId, change: 'dropped', why });
  }
  for (const unitId of path.order) {
    const open = taughtBy(unitOf.get(unitId)!).filter((id) => closed.has(id));
    const why = open.length > 0 ? `"${open.join('", "')}" is not mastered` : 'it is needed now';
    if (repeated.has(unitId)) changes.push({ unitId, change: 'repeated', why });
    else if (!old.has(unitId)) changes.push({ unitId, change: 'added', why });
  }
  if (!moved) return changes;
  const kept = before.filter((id) => now.has(id) && !repeated.has(id));
  const order = path.order.filter((id) => kept.includes(id));
  for (const unitId of displaced(kept, order)) {
    changes.push({ unitId, change: 'moved', why: 'the old order is not possible or not nearly as good any more' });
  }
  return changes;
}

/** The fewest units that have to move to turn one order into the other: all but a longest common subsequence. */
function displaced(from: readonly string[], to: readonly string[]): string[] {
  const place = new Map(to.map((id, k) => [id, k]));
  const sequence = from.map((id) => place.get(id)!);
  const length = sequence.map(() => 1);
  const previous = sequence.map(() => -1);
  for (let k = 0; k < sequence.length; k++) {
    for (let j = 0; j < k; j++) {
      if (sequence[j]! < sequence[k]! && length[j]! + 1 > length[k]!) [length[k], previous[k]] = [length[j]! + 1, j];
    }
  }
  const stays = new Set<number>();
  for (let k = length.indexOf(Math.max(...length)); k >= 0; k = previous[k]!) stays.add(k);
  return from.filter((_, k) => !stays.has(k));
}
