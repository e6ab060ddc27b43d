import type { Prerequisite } from '../competency/competencyGraph.ts';
import { arrange } from './arrange.ts';
import { checkUnits, taughtBy } from './checkUnits.ts';
import type { ObjectiveOptions } from './objective.ts';
import type { LeftOutUnit, Path, Unit } from './path.ts';
import type { Planner } from './planner.ts';
import { exact } from './planners/exact.ts';
import { memetic } from './planners/memetic.ts';
import { checkPairs, precedence, requirements } from './precedence.ts';
import { withBound } from './withBound.ts';

/** What a path is to be planned from. */
export interface PathProblem extends ObjectiveOptions {
  readonly units: readonly Unit[];
  /** Pairs [before, after] of competencies. */
  readonly prerequisites?: readonly Prerequisite[];
  /** Competencies that need no teaching; units that teach nothing else are left out. */
  readonly mastered?: readonly string[];
  /** Competencies to reach, with all they require; everything when absent. */
  readonly goals?: readonly string[];
}

/** Options of {@link planPath}. */
export interface PlanOptions {
  /** The planner; when absent {@link exact}, and {@link memetic} where that is beyond its limits. */
  readonly by?: Planner;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/**
 * Plans a learning path: selects the units that are needed and orders them, every prerequisite before what requires it.
 *
 * The order minimises the mean over neighbours of 1 - [(1 - w) continuity + w difficultyFit]: a sequential ordering problem.
 *
 * @param problem units, prerequisites, what is mastered, goals and the objective
 * @param options planner and seed
 * @returns the path with its terms, a sentence per step, and `proof`: 'optimal' when no better order of these units exists;
 * what is not on it is in `leftOut` with the reason. An empty path when nothing is left to learn
 * @throws TypeError or RangeError for units or settings that make no sense, a prerequisite cycle (named), a goal or
 * prerequisite that no unit teaches and that is not mastered, or a planner that gives up
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
export function planPath(problem: PathProblem, options: PlanOptions = {}): Path & { readonly lowerBound: number } {
  const { units, prerequisites = [] } = problem;
  const { by, seed = 0 } = options;
  checkUnits('planPath', units);
  checkPairs('planPath', prerequisites);
  const { selected, leftOut } = select(problem);
  const before = precedence(
    'planPath',
    selected.map((k) => units[k]!),
    prerequisites,
    problem.mastered,
  );
  const arrangement = { ...problem, selected, before, leftOut };
  const planners = by ? [by] : [exact(), memetic()];
  for (const planner of planners) {
    const arranged = arrange('planPath', arrangement, planner, seed);
    if (arranged) return withBound(arranged);
  }
  throw new RangeError(
    `planPath: planner "${by!.name}" gave up on ${selected.length} units; raise its limits or choose another planner`,
  );
}

/** Which units go on the path, and why the others do not. */
function select({ units, prerequisites = [], mastered = [], goals }: PathProblem): {
  selected: number[];
  leftOut: LeftOutUnit[];
} {
  const known = new Set(mastered);
  const taught = new Set(units.flatMap(taughtBy));
  for (const id of [...prerequisites.flat(), ...(goals ?? [])]) {
    if (taught.has(id) || known.has(id)) continue;
    const what = goals?.includes(id) ? 'goal' : 'prerequisite';
    throw new RangeError(
      `planPath: ${what} "${id}" is taught by no unit and not mastered; add a unit, list it as mastered or correct the id`,
    );
  }
  const needed = goals && required(goals, prerequisites, known);
  const selected: number[] = [];
  const leftOut: LeftOutUnit[] = [];
  for (const [k, unit] of units.entries()) {
    if (taughtBy(unit).length === 0) {
      throw new RangeError(`planPath: unit "${unit.id}" teaches nothing; name a competency or leave teaches out`);
    }
    const open = taughtBy(unit).filter((id) => !known.has(id));
    if (open.length === 0) leftOut.push({ unitId: unit.id, reason: 'mastered' });
    else if (needed && !open.some((id) => needed.has(id))) leftOut.push({ unitId: unit.id, reason: 'noGoal' });
    else selected.push(k);
  }
  return { selected, leftOut };
}

/** The goals and all they require that is not mastered; what a mastered competency requires is not asked again. */
function required(
  goals: readonly string[],
  prerequisites: readonly Prerequisite[],
  mastered: ReadonlySet<string>,
): Set<string> {
  const before = requirements(prerequisites);
  const needed = new Set<string>();
  const waiting = [...goals];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id) || mastered.has(id)) continue;
    needed.add(id);
    waiting.push(...(before.get(id) ?? []));
  }
  return needed;
}
