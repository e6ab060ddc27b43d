import { reachable } from '../graph/reachable.ts';
import type { CompetencyGraph } from './competencyGraph.ts';
import { graphOf, indexCompetencies, placeOf } from './indexCompetencies.ts';

/**
 * Everything that the given competencies lead to, directly or further on, without these themselves.
 *
 * @param graph made by `newCompetencyGraph`
 * @param ids competencies of the graph
 * @returns ids in the order of `graph.competencies`
 * @throws RangeError for an unknown id
 * @remarks O(competencies + prerequisites).
 * @example
 * import { dependentsOf, newCompetencyGraph } from 'tutelage/competency';
 *
 * const ids = [{ id: 'count' }, { id: 'halves' }, { id: 'fractions' }, { id: 'angles' }];
 * const graph = newCompetencyGraph(ids, [['count', 'halves'], ['halves', 'fractions']]);
 * dependentsOf(graph, ['count']); // => ['halves', 'fractions']
 */
export function dependentsOf(graph: CompetencyGraph, ids: readonly string[]): string[] {
  const index = indexCompetencies('dependentsOf', graph.competencies);
  const starts = ids.map((id) => placeOf('dependentsOf', index, id));
  const reached = reachable(graphOf('dependentsOf', index, graph.prerequisites), starts);
  for (const start of starts) reached[start] = 0;
  return graph.competencies.filter((_, node) => reached[node]).map(({ id }) => id);
}
