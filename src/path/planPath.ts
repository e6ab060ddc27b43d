import { checkSeed } from '../random/checkSeed.ts';
import { describePath } from './describePath.ts';
import { lowerBound } from './lowerBound.ts';
import type { PathProblem } from './pathProblem.ts';
import type { PlannedPath } from './plannedPath.ts';
import { orderCost, type PlannedOrder, type Planner } from './planner.ts';
import { best } from './planners/best.ts';
import { meanValue, type PreparedPath, preparePath } from './preparePath.ts';

/** Options of {@link planPath}. */
export interface PlanOptions {
  /** The planner; when absent `exact()`, and `memetic()` where that is beyond its limits. */
  readonly by?: Planner;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/**
 * Plans a learning path: chooses the units that are needed, within a budget if there is one, and orders them, every
 * prerequisite before what requires it.
 *
 * The order minimises the sum over objectives of weight (1 - mean value): continuity (1 - w) and difficulty fit (w), and those that
 * theta, preferences and `objectives` add, all divided by the sum of weights. A sequential ordering problem; choosing first
 * and ordering second is not jointly optimal.
 *
 * @param problem units, prerequisites, what is mastered, goals, limits and the objectives
 * @param options planner and seed
 * @returns the path with its terms, a sentence per step, and `proof`: 'optimal' when no better order of these units exists;
 * what is not on it is in `leftOut` with the reason. Minutes that suffice for no further goal go to steps towards one; the path
 * is empty when nothing is left to learn or no step fits
 * @throws TypeError or RangeError for units or settings that make no sense, a prerequisite cycle (named), a goal or
 * prerequisite that no unit teaches and that is not mastered, locks or deadlines that cannot be kept, more than 3,000 units to order,
 * or a planner that gives up
 * @remarks Same seed, same path. At most 200,000 states are spent on a proof of the choice, and 500,000 on one of the order.
 * @example
 * import { planPath } from 'tutelage/path';
 *
 * const units = [
 *   { id: 'fractions', difficulty: 1, text: 'numerator, equal parts' },
 *   { id: 'number-line', difficulty: -1, text: 'segment, whole' },
 *   { id: 'equal-parts', difficulty: 0, text: 'equal parts, whole' },
 *   { id: 'angles', difficulty: 0, text: 'degree, turn' },
 * ];
 * const prerequisites = [['number-line', 'equal-parts'], ['equal-parts', 'fractions']] as const;
 * const path = planPath({ units, prerequisites, goals: ['fractions'] });
 * path.order; // => ['number-line', 'equal-parts', 'fractions']
 * path.proof; // => 'optimal'
 * path.leftOut; // => [{ unitId: 'angles', reason: 'noGoal' }]
 */
export function planPath(problem: PathProblem, options: PlanOptions = {}): PlannedPath {
  const { by = best(), seed = 0 } = options;
  checkSeed('planPath', seed);
  const prepared = preparePath('planPath', problem);
  const planned = by.plan(prepared.problem, seed);
  if (planned) return pathOf(problem, prepared, planned, by.name, seed);
  const { size, locked, latest } = prepared.problem;
  const both = locked && latest ? ' with these locked positions and deadlines' : '';
  throw new RangeError(
    `planPath: planner "${by.name}" gave up on ${size} units${both}; raise its limits or choose another planner`,
  );
}

/** An order as a path. */
export function pathOf(
  request: PathProblem,
  { selection, units, terms, objectives, problem }: PreparedPath,
  { order, proof, evaluations, lowerBound: told, by }: PlannedOrder,
  name: string,
  seed: number,
): PlannedPath {
  const cost = orderCost(problem, order);
  const least = Math.max(0, told ?? (problem.placement ? 0 : lowerBound(problem)));
  const optimal = proof === 'optimal' || order.length < 2 || cost <= least + 1e-12;
  const bound = optimal ? cost : least;
  const { pace = 1 } = request;
  const timed = units.every(({ minutes }) => minutes !== undefined);
  return {
    ...describePath(units, order, terms, request),
    cost,
    proof: optimal ? 'optimal' : 'heuristic',
    lowerBound: bound,
    gap: optimal ? 0 : (cost - bound) / cost,
    objectives: objectives.map((objective) => ({
      name: objective.name,
      weight: objective.weight,
      value: meanValue(objective, order),
    })),
    planner: by ?? name,
    evaluations,
    seed,
    selectionProof: selection.selectionProof,
    minutes: timed ? units.reduce((sum, { minutes }) => sum + minutes! * pace, 0) : null,
    reached: selection.reached,
    missed: selection.missed,
    leftOut: selection.leftOut,
  };
}
