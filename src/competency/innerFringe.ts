import type { CompetencyGraph } from './competencyGraph.ts';
import { equivalentsOf } from './equivalentsOf.ts';

/**
 * What a learner may have learnt last: achieved competencies that no other achieved competency has as a direct prerequisite (Doignon &
 * Falmagne 1999, Knowledge Spaces: the inner fringe of a knowledge state). The first to check when in doubt.
 *
 * @param graph made by `newCompetencyGraph`
 * @param achieved ids of achieved competencies; equivalent competencies are achieved together
 * @returns ids in the order of `graph.competencies`
 * @throws RangeError for an unknown id
 * @remarks O(competencies + prerequisites).
 * @example
 * import { innerFringe, newCompetencyGraph } from 'tutelage/competency';
 *
 * const ids = [{ id: 'count' }, { id: 'halves' }, { id: 'fractions' }];
 * const graph = newCompetencyGraph(ids, [['count', 'halves'], ['halves', 'fractions']]);
 * innerFringe(graph, ['count', 'halves']); // => ['halves']
 */
export function innerFringe(graph: CompetencyGraph, achieved: readonly string[]): string[] {
  const done = new Set(equivalentsOf(graph, achieved));
  const needed = new Set(graph.prerequisites.flatMap(([before, after]) => (done.has(after) ? [before] : [])));
  return graph.competencies.flatMap(({ id }) => (done.has(id) && !needed.has(id) ? [id] : []));
}
