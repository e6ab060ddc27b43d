import { taughtBy } from '../checkUnits.ts';
import type { Choosing } from './choiceOf.ts';
import { reach } from './reach.ts';
import type { SelectionRequest, UnselectedUnit } from './selection.ts';
import { IN, type Status, type Ways } from './ways.ts';

/** Every unit that is not selected, with the reason. */
export function leftOutOf(
  { units, excluded }: SelectionRequest,
  { needs, choice, serves, core, can, minutesOf, total }: Choosing,
  status: Status,
  { cost, trace }: Ways,
): UnselectedUnit[] {
  const { ids, known, clauses: requires } = needs;
  const size = ids.length;
  const minutes = total(status);
  const unmet = (node: number, have: (other: number) => boolean) =>
    requires[node]!.flatMap(({ k, of }) => (of.filter(have).length < k ? of.filter((other) => !have(other)) : []));
  const lacking = reach(
    core.filter((node) => cost[node]! > 0),
    (node) => unmet(node, (other) => cost[other] === 0),
  );
  const blame = new Map<number, number>(); // what cannot be learned, and the competency nobody teaches behind it
  for (const node of choice.order) {
    if (can[node]! < Infinity) continue;
    const behind = unmet(node, (other) => can[other]! < Infinity).find((other) => blame.has(other));
    blame.set(node, choice.clauses[node]![0]!.of.length > 0 ? blame.get(behind!)! : node);
  }

  /** Minutes for the unit and all it takes for it to teach this competency where it is lacking. */
  const extra = (unit: number, node: number): number => {
    const held = new Map([[size + unit, cost[size + unit]!]]);
    cost[size + unit] = 0;
    let sum = minutesOf(unit);
    for (const start of [node, lacking.get(node)!]) {
      for (const found of trace(start)) {
        if (!held.has(found)) held.set(found, cost[found]!);
        if (found >= size) sum += minutesOf(found - size);
        cost[found] = 0;
      }
    }
    for (const [at, before] of held) cost[at] = before;
    return sum;
  };

  const reasonOf = (unit: number): Omit<UnselectedUnit, 'unitId'> => {
    const { id } = units[unit]!;
    if (taughtBy(units[unit]!).every((taught) => known.has(taught))) return { reason: 'mastered' };
    const served = serves[unit]!;
    if (served.length === 0) return { reason: 'noGoal' };
    if (excluded?.has(id)) return { reason: 'infeasible', text: excluded.get(id)! };
    const able = served.filter((node) => can[node]! < Infinity);
    if (able.length === 0) {
      return { reason: 'infeasible', text: `no feasible unit teaches "${ids[blame.get(served[0]!)!]}"` };
    }
    const sums = able.filter((node) => lacking.has(node)).map((node) => extra(unit, node));
    if (sums.length === 0) return { reason: 'notChosen' };
    return { reason: 'budget', budget: minutes + Math.min(...sums) };
  };
  return units.flatMap(({ id }, unit) => (status[unit] === IN ? [] : [{ unitId: id, ...reasonOf(unit) }]));
}
