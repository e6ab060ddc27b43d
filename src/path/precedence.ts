import type { Prerequisite } from '../competency/competencyGraph.ts';
import { digraph } from '../graph/digraph.ts';
import { findCycle } from '../graph/findCycle.ts';
import { taughtBy } from './checkUnits.ts';
import type { Unit } from './path.ts';

/**
 * What must stand before each of the selected units, from prerequisites among competencies.
 *
 * A prerequisite that no selected unit teaches, or that is mastered, is passed through: its own prerequisites still come
 * first. A unit waits for what its open competencies require, not for what its mastered ones once did.
 */
export function precedence(
  where: string,
  selected: readonly Unit[],
  prerequisites: readonly Prerequisite[],
  mastered: readonly string[] = [],
): number[][] {
  const requires = requirements(prerequisites);
  nameCycle(where, requires);
  const known = new Set(mastered);
  const open = selected.map((unit) => taughtBy(unit).filter((id) => !known.has(id)));
  const teachers = new Map<string, number[]>();
  for (const [k, ids] of open.entries()) {
    for (const id of ids) teachers.set(id, [...(teachers.get(id) ?? []), k]);
  }
  const nearest = (competencyId: string): Set<number> => {
    const found = new Set<number>();
    const seen = new Set<string>();
    const waiting = [...(requires.get(competencyId) ?? [])];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      const units = teachers.get(id);
      if (units) for (const unit of units) found.add(unit);
      else waiting.push(...(requires.get(id) ?? []));
    }
    return found;
  };
  const before = open.map((ids, k) => {
    const earlier = new Set(ids.flatMap((id) => [...nearest(id)]));
    earlier.delete(k); // a unit that teaches both needs no other order within itself
    return [...earlier];
  });
  const cycle = findCycle(
    digraph(
      selected.length,
      before.flatMap((list, k) => list.map((earlier) => [earlier, k] as const)),
    ),
  );
  if (cycle) {
    const names = cycle.map((k) => selected[k]!.id).join(' -> ');
    throw new RangeError(
      `${where}: units wait for each other (${names}), each teaching what another needs first; split one`,
    );
  }
  return before;
}

/** Throws unless every prerequisite is a pair of ids. */
export function checkPairs(where: string, prerequisites: readonly Prerequisite[]): void {
  for (const [k, pair] of prerequisites.entries()) {
    if (Array.isArray(pair) && pair.length === 2 && pair.every((id) => typeof id === 'string')) continue;
    throw new TypeError(`${where}: prerequisites[${k}] must be a pair [before, after] of competency ids`);
  }
}

/** What each competency requires directly. */
export function requirements(prerequisites: readonly Prerequisite[]): Map<string, string[]> {
  const requires = new Map<string, string[]>();
  for (const [before, after] of prerequisites) {
    const list = requires.get(after);
    if (list) list.push(before);
    else requires.set(after, [before]);
  }
  return requires;
}

function nameCycle(where: string, requires: ReadonlyMap<string, readonly string[]>): void {
  const ids = [...new Set([...requires].flatMap(([after, before]) => [after, ...before]))];
  const place = new Map(ids.map((id, k) => [id, k]));
  const pairs = [...requires].flatMap(([after, list]) =>
    list.map((before) => [place.get(before)!, place.get(after)!] as const),
  );
  const cycle = findCycle(digraph(ids.length, pairs));
  if (!cycle) return;
  const names = cycle.map((k) => ids[k]!);
  throw new RangeError(
    `${where}: competency "${names[0]}" is its own prerequisite (${names.join(' -> ')}); remove one of these prerequisites`,
  );
}
