import { checkAbove, checkOnce, checkWhole } from '../math/check.ts';
import type { Unit } from './path.ts';
import type { PathProblem } from './pathProblem.ts';
import type { OrderProblem } from './planner.ts';
import { constrainedOrder } from './planners/constrainedOrder.ts';
import { type PrecedenceIndex, precedenceIndex } from './precedenceIndex.ts';

type Constraints = Pick<OrderProblem, 'before' | 'locked' | 'minutes' | 'latest'>;

const SLACK = 1 + 1e-9; // so that sums of minutes are not late by rounding

/** Begun units, locked positions and deadlines as an order problem has them; throws where they cannot be kept. */
export function constraintsOf(
  where: string,
  units: readonly Unit[],
  given: readonly (readonly number[])[],
  { begun = [], locked = [], deadlines = [], pace = 1 }: PathProblem,
): Constraints {
  const place = new Map(units.map(({ id }, k) => [id, k]));
  const size = units.length;
  const before = withBegun(given, new Set(begun.map((id) => place.get(id)!)));
  const index = precedenceIndex(before);
  const found: { -readonly [key in keyof Constraints]: Constraints[key] } = { before };
  if (locked.length > 0) {
    found.locked = locksOf(where, units, place, index, locked);
    if (!constrainedOrder({ size, cost: new Float64Array(0), before, locked: found.locked }, index)) {
      throw new RangeError(`${where}: locked positions leave too little room for what units require; unlock one`);
    }
  }
  const due = deadlines.filter(({ unitId }) => place.has(unitId));
  if (due.length === 0) return found;
  const minutes = Float64Array.from(units, (unit) => {
    if (unit.minutes !== undefined) return unit.minutes * pace;
    throw new RangeError(`${where}: unit "${unit.id}" has no minutes; give it some, or plan without deadlines`);
  });
  const latest = new Float64Array(size).fill(Infinity);
  for (const { unitId, minutes: limit } of due) latest[place.get(unitId)!] = limit * SLACK;
  for (const { unitId, minutes: limit } of due) {
    const unit = place.get(unitId)!;
    const needed = minutes.reduce((sum, each, k) => sum + (k === unit || index.comesBefore(k, unit) ? each : 0), 0);
    if (needed > limit * SLACK) {
      throw new RangeError(
        `${where}: deadline of unit "${unitId}" is after ${limit} minutes, but it and what has to come before take ${needed}; move it`,
      );
    }
  }
  if (!constrainedOrder({ size, cost: new Float64Array(0), before, minutes, latest }, index)) {
    const ids = due.map(({ unitId }) => `"${unitId}"`).join(', ');
    throw new RangeError(`${where}: deadlines of ${ids} cannot all be kept, whatever the order; move one`);
  }
  return { ...found, minutes, latest };
}

/** Checks what can be checked before it is known which units are on the path. */
export function checkConstraints(
  where: string,
  place: ReadonlyMap<string, number>,
  { begun = [], locked = [], deadlines = [] }: PathProblem,
): void {
  const lists = {
    begun,
    locked: locked.map(({ unitId }) => unitId),
    deadlines: deadlines.map(({ unitId }) => unitId),
  };
  for (const [name, ids] of Object.entries(lists)) {
    const missing = ids.find((id) => !place.has(id));
    if (missing !== undefined) throw new RangeError(`${where}: ${name} names "${missing}", which is no unit`);
    checkOnce(where, `unit of ${name}`, ids);
  }
  for (const { unitId, position } of locked) checkWhole(where, `position of locked unit "${unitId}"`, position, 0);
  for (const { unitId, minutes } of deadlines) checkAbove(where, `minutes of deadline "${unitId}"`, minutes, 0);
}

function locksOf(
  where: string,
  units: readonly Unit[],
  place: ReadonlyMap<string, number>,
  { comesBefore }: PrecedenceIndex,
  locked: NonNullable<PathProblem['locked']>,
): Int32Array {
  const positions = new Int32Array(units.length).fill(-1);
  for (const { unitId, position } of locked) {
    if (position >= units.length) {
      throw new RangeError(
        `${where}: unit "${unitId}" is locked in position ${position}, but the path has ${units.length} units (0 is the first)`,
      );
    }
    const unit = place.get(unitId)!;
    for (const [other, taken] of positions.entries()) {
      if (taken < 0) continue;
      const clash =
        taken === position
          ? 'are locked in the same position'
          : (comesBefore(unit, other) && position > taken) || (comesBefore(other, unit) && taken > position)
            ? 'are locked against the order they require'
            : null;
      if (clash) throw new RangeError(`${where}: units "${units[other]!.id}" and "${unitId}" ${clash}; unlock one`);
    }
    positions[unit] = position;
  }
  return positions;
}

/** Every unit that no begun one waits for comes after all that are begun. */
function withBegun(before: readonly (readonly number[])[], begun: ReadonlySet<number>): readonly (readonly number[])[] {
  if (begun.size === 0) return before;
  const first = new Set(begun);
  for (const unit of first) for (const earlier of before[unit]!) first.add(earlier);
  return before.map((list, unit) => (first.has(unit) ? list : [...new Set([...list, ...begun])]));
}
