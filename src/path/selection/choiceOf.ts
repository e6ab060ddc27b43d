import { check, checkAbove, checkShare } from '../../math/check.ts';
import { checkUnits, taughtBy } from '../checkUnits.ts';
import { type Needs, needsOf } from './needs.ts';
import { reach } from './reach.ts';
import type { SelectionRequest } from './selection.ts';
import { type Choice, FREE, IN, OUT, type Status, waysOf } from './ways.ts';
import { scaleOf, worthOf } from './worthOf.ts';

/** A request as numbers, and what its answer is told from. */
export interface Choosing {
  readonly needs: Needs;
  readonly choice: Choice;
  readonly start: Status;
  /** Goals and what each is worth. */
  readonly worth: ReadonlyMap<string, number>;
  /** What a value is divided by to give worth. */
  readonly unitValue: number;
  /** Per unit: the open competencies it teaches that goals can require. */
  readonly serves: readonly (readonly number[])[];
  /** Competencies that goals require however groups are settled, if they can be learned. */
  readonly core: readonly number[];
  /** Per competency: Infinity when it cannot be learned. */
  readonly can: Float64Array;
  /** Minutes of the units that are in. */
  total(status: Status): number;
  minutesOf(unit: number): number;
}

const SLIGHT = 1e-7; // what being liked is worth beside minutes

/** Checks a request and turns it into numbers. */
export function choiceOf(where: string, request: SelectionRequest): Choosing {
  const { units, minutes = Infinity, teachers = 'all', pace = 1, excluded, preference, locked = new Set() } = request;
  const place = checkUnits(where, units);
  if (minutes !== Infinity) checkAbove(where, 'minutes', minutes, 0);
  checkAbove(where, 'pace', pace, 0);
  check(teachers === 'all' || teachers === 'one', where, 'teachers', teachers, "'all' or 'one'");
  for (const id of locked) {
    const why = place.has(id) ? excluded?.get(id) : 'no unit has this id';
    if (why === undefined) continue;
    throw new RangeError(`${where}: unit "${id}" is locked but cannot be taken (${why}); unlock it`);
  }
  const needs = needsOf(where, request);
  const { ids, node, known, order } = needs;
  const worth = worthOf(where, request.goals ?? units.flatMap(taughtBy), request.worth);
  const from = (firm: boolean) =>
    reach(
      [...worth.keys()].map((id) => node.get(id)!),
      (at) => needs.clauses[at]!.flatMap(({ k, of }) => (firm && k < of.length ? [] : of)),
    );
  const wanted = from(false);

  const size = ids.length;
  const teaching = ids.map((): number[] => []);
  const serves = units.map((unit, at) => {
    const open = [...new Set(taughtBy(unit))].filter((id) => !known.has(id)).map((id) => node.get(id)!);
    const served = open.filter((competency) => wanted.has(competency));
    if (!excluded?.has(unit.id)) for (const competency of served) teaching[competency]!.push(size + at);
    return served;
  });
  const clauses = needs.clauses.map((list, at) => {
    const of = teaching[at]!;
    return known.has(ids[at]!) ? [] : [{ k: teachers === 'all' ? Math.max(1, of.length) : 1, of }, ...list];
  });
  const usual = medianOf(units.flatMap((unit) => unit.minutes ?? []));
  const price = Float64Array.from(units, ({ id, minutes: taken = usual }) => {
    const liked = preference?.get(id) ?? 0.5;
    checkShare(where, `preference of unit "${id}"`, liked);
    return taken * pace * (1 - SLIGHT * liked);
  });
  const value = new Float64Array(size);
  const choice = { clauses, order, price, value, budget: minutes * (1 + SLIGHT) };
  const can = waysOf(choice, new Uint8Array(units.length), Infinity).cost;
  const start = Uint8Array.from(units, ({ id }, unit) => {
    if (locked.has(id)) return IN;
    return !excluded?.has(id) && serves[unit]!.some((at) => can[at]! < Infinity) ? FREE : OUT;
  });
  const minutesOf = (unit: number) => (units[unit]!.minutes ?? 0) * pace;
  const total = (status: Status) => status.reduce((sum, is, unit) => (is === IN ? sum + minutesOf(unit) : sum), 0);
  if (minutes < Infinity) {
    const bare = units.find((unit, at) => start[at] !== OUT && unit.minutes === undefined);
    if (bare) throw new RangeError(`${where}: unit "${bare.id}" has no minutes; give it some, or set no budget`);
    const least = total(start);
    if (least > choice.budget) {
      throw new RangeError(`${where}: locked units take ${least} minutes of ${minutes}; unlock some or raise minutes`);
    }
  }

  const core = [...from(true).keys()].filter((at) => can[at]! > 0 && can[at]! < Infinity);
  const worths = core.map((at) => worth.get(ids[at]!) ?? 0);
  const goal = worths.filter((amount) => amount === 0).length + 1; // a goal outweighs all progress
  const scale = scaleOf(worths, goal);
  for (const [k, at] of core.entries()) {
    value[at] = minutes < Infinity && worths[k]! > 0 ? Math.max(1, Math.round(worths[k]! * scale)) * goal : 1;
  }
  return { needs, choice, start, worth, unitValue: scale * goal, serves, core, can, total, minutesOf };
}

/** 1 for no values. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length > 0 ? (sorted[half]! + sorted.at(~half)!) / 2 : 1;
}
