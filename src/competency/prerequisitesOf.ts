import { reachable } from '../graph/reachable.ts';
import type { CompetencyGraph } from './competencyGraph.ts';
import { graphOf, indexCompetencies, placeOf } from './indexCompetencies.ts';

/**
 * Everything that has to be achieved before the given competencies, directly or further back, without these themselves.
 *
 * @param graph made by `newCompetencyGraph`
 * @param ids competencies of the graph
 * @returns ids in the order of `graph.competencies`
 * @throws RangeError for an unknown id
 * @remarks O(competencies + prerequisites).
 * @example
 * import { newCompetencyGraph, prerequisitesOf } from 'tutelage/competency';
 *
 * const ids = [{ id: 'count' }, { id: 'halves' }, { id: 'fractions' }, { id: 'angles' }];
 * const graph = newCompetencyGraph(ids, [['count', 'halves'], ['halves', 'fractions']]);
 * prerequisitesOf(graph, ['fractions']); // => ['count', 'halves']
 */
export function prerequisitesOf(graph: CompetencyGraph, ids: readonly string[]): string[] {
  const index = indexCompetencies('prerequisitesOf', graph.competencies);
  const reversed = graph.prerequisites.map(([before, after]) => [after, before] as const);
  const starts = ids.map((id) => placeOf('prerequisitesOf', index, id));
  const reached = reachable(graphOf('prerequisitesOf', index, reversed), starts);
  for (const start of starts) reached[start] = 0;
  return graph.competencies.filter((_, node) => reached[node]).map(({ id }) => id);
}
