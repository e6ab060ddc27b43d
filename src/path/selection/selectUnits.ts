import { checkWhole } from '../../math/check.ts';
import { choiceOf } from './choiceOf.ts';
import { choose } from './choose.ts';
import { leftOutOf } from './leftOutOf.ts';
import type { Selection, SelectionRequest } from './selection.ts';
import { settledPairs } from './settledPairs.ts';
import { IN, waysOf } from './ways.ts';

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
 * unit, and branch and bound until `states` are used up; worths are told apart to about 15
 * digits, minutes and preferences are weighed 10,000,000 to 1, and a budget may be exceeded by that little.
 */
export function selectUnits(where: string, request: SelectionRequest): Selection {
  const { states = 200_000, minutes } = request;
  checkWhole(where, 'states', states, 1);
  const choosing = choiceOf(where, request);
  const { needs, choice, start, worth, unitValue, total } = choosing;
  const { status: chosen, bound, proof } = choose(choice, start, states);
  const status = chosen.map((is, unit) => (is === IN ? IN : start[unit]!));
  const ways = waysOf(choice, status, Infinity);
  const goals = [...worth.keys()];
  const there = (id: string) => ways.cost[needs.node.get(id)!] === 0;
  const sum = (ids: readonly string[]) => ids.reduce((all, id) => all + worth.get(id)!, 0);
  const reached = goals.filter(there);
  const gained = sum(reached);
  const known = sum(reached.filter((id) => needs.known.has(id)));
  const settled = proof === 'optimal' || minutes === undefined;
  return {
    selected: [...status.keys()].filter((unit) => status[unit] === IN),
    leftOut: leftOutOf(request, choosing, status, ways),
    pairs: settledPairs(needs, ways),
    selectionProof: proof,
    worth: gained,
    worthBound: settled ? gained : Math.max(gained, known + bound / unitValue),
    minutes: total(status),
    reached,
    missed: goals.filter((id) => !there(id)),
  };
}
