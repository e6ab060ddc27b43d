import type { CompetencyGraph } from './competencyGraph.ts';
import { equivalentsOf } from './equivalentsOf.ts';

/**
 * What a learner is ready to learn: competencies not achieved whose direct prerequisites all are (Doignon & Falmagne 1999, Knowledge
 * Spaces: the outer fringe of a knowledge state).
 *
 * @param graph made by `newCompetencyGraph`
 * @param achieved ids of achieved competencies; equivalent competencies are achieved together
 * @returns ids in the order of `graph.competencies`
 * @throws RangeError for an unknown id
 * @remarks What is achieved counts, also where a prerequisite of it is open (evidence shown is evidence shown): the fringe asks
 * for direct prerequisites only. O(competencies + prerequisites).
 * @example
 * import { newCompetencyGraph, outerFringe } from 'tutelage/competency';
 *
 * const ids = [{ id: 'count' }, { id: 'halves' }, { id: 'fractions' }, { id: 'angles' }];
 * const graph = newCompetencyGraph(ids, [['count', 'halves'], ['halves', 'fractions']]);
 * outerFringe(graph, ['count']); // => ['halves', 'angles']
 */
export function outerFringe(graph: CompetencyGraph, achieved: readonly string[]): string[] {
  const done = new Set(equivalentsOf(graph, achieved));
  const waiting = new Set(graph.prerequisites.flatMap(([before, after]) => (done.has(before) ? [] : [after])));
  return graph.competencies.flatMap(({ id }) => (done.has(id) || waiting.has(id) ? [] : [id]));
}
