import { digraph } from '../../graph/digraph.ts';
import { findCycle } from '../../graph/findCycle.ts';
import { topologicalOrder } from '../../graph/topologicalOrder.ts';
import { checkOnce } from '../../math/check.ts';
import { MOST_STATES } from '../models/blim.ts';

/**
 * Every set of competencies that prerequisites allow: with each competency all that it needs.
 *
 * These down-sets of the prerequisite order are closed under union and intersection and form a learning space (Doignon & Falmagne 1999,
 * Knowledge Spaces, theorem 1.49: Birkhoff).
 *
 * @param competencyIds in any order
 * @param prerequisites pairs: the first is needed for the second
 * @returns the states, each in an order in which it can be learnt, the empty one first
 * @throws RangeError for a competency listed twice or unknown, a cycle, or more than 100,000 states: there can be 2^n of them
 * @example
 * import { knowledgeStates } from 'tutelage/tracing/analysis';
 *
 * knowledgeStates(['add', 'carry', 'angles'], [['add', 'carry']]); // => [[], ['add'], ['add', 'carry'], ['angles'], ['add', 'angles'], ['add', 'carry', 'angles']]
 */
export function knowledgeStates(
  competencyIds: readonly string[],
  prerequisites: readonly (readonly [before: string, after: string])[] = [],
): string[][] {
  const where = 'knowledgeStates';
  checkOnce(where, 'competency', competencyIds);
  const places = new Map(competencyIds.map((id, k) => [id, k]));
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`${where}: "${id}" has a prerequisite or is one, but is not listed`);
    return place;
  };
  const edges = prerequisites.map(([before, after]) => [placeOf(before), placeOf(after)] as const);
  const graph = digraph(competencyIds.length, edges);
  const cycle = findCycle(graph);
  if (cycle) {
    throw new RangeError(
      `${where}: prerequisites run in a circle (${cycle.map((k) => competencyIds[k]).join(' -> ')})`,
    );
  }
  const needs = competencyIds.map((): number[] => []);
  for (const [before, after] of edges) needs[after]!.push(before);
  const states: number[][] = [[]];
  const holds: Set<number>[] = [new Set()];
  for (const place of topologicalOrder(graph)) {
    for (let k = 0, count = states.length; k < count; k++) {
      if (!needs[place]!.every((needed) => holds[k]!.has(needed))) continue;
      if (states.length === MOST_STATES) {
        throw new RangeError(`${where}: more than ${MOST_STATES} states; ask about fewer competencies at a time`);
      }
      states.push([...states[k]!, place]);
      holds.push(new Set(states.at(-1)));
    }
  }
  return states.map((state) => state.map((place) => competencyIds[place]!));
}
