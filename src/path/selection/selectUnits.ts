import { check, checkAbove, checkShare, checkWhole } from '../../math/check.ts';
import { checkUnits, taughtBy } from '../checkUnits.ts';
import { choose } from './choose.ts';
import { scaleOf, worthOf } from './goalValues.ts';
import { leftOutOf } from './leftOutOf.ts';
import { needsOf } from './needs.ts';
import { reach } from './reach.ts';
import type { Selection, SelectionRequest } from './selection.ts';
import { settledPairs } from './settledPairs.ts';
import { FREE, IN, OUT, waysOf } from './ways.ts';

const SLIGHT = 1e-7; // what being liked is worth beside minutes
const STATES = 200_000;

/**
 * Chooses the units of a path.
 *
 * A competency is learned when the units that teach it are on the path (all that are feasible, or one of them) and all it
 * requires is learned or mastered; a goal is reached when it is learned or mastered. What is sought, in this order: most
 * worth of goals reached; most other competencies that goals require (progress towards goals out of reach; members of a
 * group do not count); fewest minutes; units that are liked; units listed first. Without a budget all goals that can be
 * reached are. What a unit teaches beside what is needed is not asked for its prerequisites. Our choice throughout.
 *
 * @param where the function whose name errors begin with
 * @param request units, what they are chosen for and within which limits. Without a budget, a unit without minutes counts as
 * the median of those that have some, or 1
 * @returns places of the units selected; the others with reasons; the pairs that the order has to keep
 * @throws TypeError or RangeError for units, ids or numbers that make no sense, a cycle (named), a competency that no unit
 * teaches and that is not mastered, a unit without minutes where there is a budget, or locks that cannot be kept
 * @remarks Deterministic. Without alternatives and budget O(units + prerequisites). Otherwise greedy choice, improved unit by
 * unit, and branch and bound until `states` are used up; minutes within a billionth of the budget are within it.
 */
export function selectUnits(where: string, request: SelectionRequest): Selection {
  const { units, minutes = Infinity, teachers = 'all', pace = 1, states = STATES, excluded, preference } = request;
  const place = checkUnits(where, units);
  if (minutes !== Infinity) checkAbove(where, 'minutes', minutes, 0);
  checkAbove(where, 'pace', pace, 0);
  checkWhole(where, 'states', states, 1);
  check(teachers === 'all' || teachers === 'one', where, 'teachers', teachers, "'all' or 'one'");
  for (const id of request.locked ?? []) {
    const why = place.has(id) ? excluded?.get(id) : 'no unit has this id';
    if (why === undefined) continue;
    throw new RangeError(`${where}: unit "${id}" is locked but cannot be taken (${why}); unlock it`);
  }
  const needs = needsOf(where, request);
  const { ids, node, known, order } = needs;
  const goals = new Set(request.goals ?? units.flatMap(taughtBy));
  const worth = worthOf(where, goals, request.worth ?? []);
  const starts = [...goals].map((id) => node.get(id)!);
  const wanted = reach(starts, (at) => needs.clauses[at]!.flatMap(({ of }) => of));
  const firm = reach(starts, (at) => needs.clauses[at]!.flatMap(({ k, of }) => (k === of.length ? of : [])));

  const size = ids.length;
  const serves = units.map((unit) => {
    const open = [...new Set(taughtBy(unit))].filter((id) => !known.has(id));
    return open.map((id) => node.get(id)!).filter((at) => wanted.has(at));
  });
  const taughtIn = ids.map((): number[] => []);
  for (const [unit, list] of serves.entries()) {
    if (!excluded?.has(units[unit]!.id)) for (const at of list) taughtIn[at]!.push(size + unit);
  }
  const clauses = needs.clauses.map((list, at) => {
    const of = taughtIn[at]!;
    return known.has(ids[at]!) ? [] : [{ k: teachers === 'all' ? Math.max(1, of.length) : 1, of }, ...list];
  });
  const lengths = units.flatMap((unit) => unit.minutes ?? []).sort((a, b) => a - b);
  const middle = lengths.length >> 1;
  const median = lengths.length > 0 ? (lengths[middle]! + lengths.at(~middle)!) / 2 : 1;
  const price = Float64Array.from(units, ({ id, minutes: given = median }) => {
    const liked = preference?.get(id) ?? 0.5;
    checkShare(where, `preference of unit "${id}"`, liked);
    return given * pace * (1 - SLIGHT * liked);
  });
  const value = new Float64Array(size);
  const choice = { clauses, order, price, value, budget: minutes * (1 + SLIGHT) };
  const can = waysOf(choice, new Uint8Array(units.length), Infinity).cost;
  const start = Uint8Array.from(units, ({ id }, unit) => {
    if (request.locked?.has(id)) return IN;
    return !excluded?.has(id) && serves[unit]!.some((at) => can[at]! < Infinity) ? FREE : OUT;
  });
  const minutesOf = (unit: number) => (units[unit]!.minutes ?? 0) * pace;
  const total = (status: Uint8Array) => status.reduce((sum, is, unit) => (is === IN ? sum + minutesOf(unit) : sum), 0);
  if (minutes < Infinity) {
    const bare = units.find((unit, at) => start[at] !== OUT && unit.minutes === undefined);
    if (bare)
      throw new RangeError(`${where}: unit "${bare.id}" has no minutes; give it some, or plan without a budget`);
    if (total(start) > choice.budget) {
      throw new RangeError(
        `${where}: locked units take ${total(start)} minutes of ${minutes}; unlock some or allow more minutes`,
      );
    }
  }

  const able = [...firm.keys()].filter((at) => can[at]! > 0 && can[at]! < Infinity);
  const worths = able.map((at) => worth.get(ids[at]!) ?? 0);
  const lesser = worths.filter((amount) => amount === 0).length;
  const scale = scaleOf(worths, lesser);
  for (const [k, at] of able.entries()) {
    value[at] =
      minutes === Infinity || worths[k] === 0 ? 1 : Math.max(1, Math.round(worths[k]! * scale)) * (lesser + 1);
  }
  const { status: chosen, bound, proof } = choose(choice, start, states);
  const status = chosen.map((is, unit) => (is === IN ? IN : start[unit]!));
  const ways = waysOf(choice, status, Infinity);
  const isReached = (id: string) => ways.cost[node.get(id)!] === 0;
  const [reached, missed] = [[...goals].filter(isReached), [...goals].filter((id) => !isReached(id))];
  const sumOf = (of: readonly string[]) => of.reduce((sum, id) => sum + worth.get(id)!, 0);
  const most = Math.floor(bound / (lesser + 1)) / scale + sumOf(reached.filter((id) => known.has(id)));
  const gained = sumOf(reached);
  const settled = {
    request,
    choice,
    needs,
    serves,
    core: firm.keys(),
    can,
    status,
    ways,
    minutesOf,
    minutes: total(status),
  };
  return {
    selected: [...units.keys()].filter((unit) => status[unit] === IN),
    leftOut: leftOutOf(settled),
    pairs: settledPairs(needs, ways),
    selectionProof: proof,
    worth: gained,
    worthBound: proof === 'optimal' || minutes === Infinity ? gained : Math.max(most, gained),
    minutes: settled.minutes,
    reached,
    missed,
  };
}
