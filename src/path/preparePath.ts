import { checkAbove, checkOnce, checkShare } from '../math/check.ts';
import { checkUnits } from './checkUnits.ts';
import { checkConstraints, constraintsOf } from './constraintsOf.ts';
import { type Terms, termsOf } from './objective.ts';
import type { ObjectiveTerms } from './objectives/pathObjective.ts';
import { usualObjectives } from './objectives/usualObjectives.ts';
import type { Unit } from './path.ts';
import type { PathProblem } from './pathProblem.ts';
import type { OrderProblem } from './planner.ts';
import { precedence } from './precedence.ts';
import type { Selection } from './selection/selection.ts';
import { selectUnits } from './selection/selectUnits.ts';

/** An objective, ready to price orders of the units on the path. */
export interface PreparedObjective {
  readonly name: string;
  /** Share of the cost. */
  readonly weight: number;
  readonly terms: ObjectiveTerms;
}

/** What `planPath` has settled before the order is planned. */
export interface PreparedPath {
  readonly selection: Selection;
  /** The units on the path. */
  readonly units: readonly Unit[];
  readonly terms: Terms;
  readonly objectives: readonly PreparedObjective[];
  /** Its costs are those of `PlannedPath`. */
  readonly problem: OrderProblem;
}

const MOST_UNITS = 3000; // three tables of n x n numbers: 216 MB

/** Chooses the units and prices their orders. */
export function preparePath(where: string, problem: PathProblem): PreparedPath {
  const { units: all, goals, theta, preferences = [], infeasible = [] } = problem;
  const place = checkUnits(where, all);
  if (theta !== undefined) checkAbove(where, 'theta', theta, -Infinity, ' of logits');
  checkConstraints(where, place, problem);
  checkOnce(
    where,
    'unit of preferences',
    preferences.map(({ unitId }) => unitId),
  );
  for (const { unitId, value } of preferences) {
    if (!place.has(unitId)) throw new RangeError(`${where}: preferences name "${unitId}", which is no unit`);
    checkShare(where, `preference of unit "${unitId}"`, value);
  }
  const liked = new Map(preferences.map(({ unitId, value }) => [unitId, value]));
  const selection = selectUnits(where, {
    ...problem,
    excluded: new Map(
      infeasible.map(({ id, reasons = [] }) => [id, reasons.map(({ text }) => text).join(' ') || 'not feasible here']),
    ),
    preference: liked,
    locked: new Set([...(problem.locked ?? []).map(({ unitId }) => unitId), ...(problem.begun ?? [])]),
  });
  const { selected, pairs } = selection;
  const units = selected.map((k) => all[k]!);
  const size = units.length;
  if (size > MOST_UNITS) {
    throw new RangeError(
      `${where}: ${size} units are too many to order at once, ${MOST_UNITS} at most; name goals or a budget, or plan part by part`,
    );
  }
  const terms = termsOf(where, all, selected, problem);
  const context = {
    units,
    terms,
    goals: goals ? new Set(goals) : null,
    theta: theta ?? null,
    liked: units.map(({ id }) => liked.get(id) ?? 0.5),
  };
  const given = usualObjectives(where, problem, terms.weight, units);
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  const objectives = given.map(({ objective, weight }) => ({
    name: objective.name,
    weight: weight / total,
    terms: objective.prepare(where, context),
  }));
  const constraints = constraintsOf(where, units, precedence(where, units, pairs, problem.mastered), problem);
  return {
    selection,
    units,
    terms,
    objectives,
    problem: { size, ...pricesOf(where, size, objectives), ...constraints },
  };
}

/** Costs of neighbours and of positions: the cost of an order is the sum over objectives of weight (1 - mean value). */
function pricesOf(
  where: string,
  size: number,
  objectives: readonly PreparedObjective[],
): Pick<OrderProblem, 'cost' | 'placement'> {
  const cost = new Float64Array(size * size);
  const placement = new Float64Array(size * size);
  let placed = false;
  for (const { name, weight, terms } of objectives) {
    const pairs = 'pair' in terms;
    if (weight === 0) continue;
    placed ||= !pairs;
    const [table, share] = pairs ? [cost, weight / Math.max(1, size - 1)] : [placement, weight / size];
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        if (pairs && a === b) continue;
        const value = pairs ? terms.pair(a, b) : terms.place(a, b);
        checkShare(where, `value of objective "${name}"`, value);
        table[a * size + b]! += share * (1 - value);
      }
    }
  }
  return { cost, ...(placed && { placement }) };
}

/** The mean value of an objective over an order; 1 where there is nothing to look at. */
export function meanValue({ terms }: PreparedObjective, order: ArrayLike<number>): number {
  const pairs = 'pair' in terms;
  const first = pairs ? 1 : 0;
  if (order.length <= first) return 1;
  let sum = 0;
  for (let k = first; k < order.length; k++) {
    sum += pairs ? terms.pair(order[k - 1]!, order[k]!) : terms.place(order[k]!, k);
  }
  return sum / (order.length - first);
}
