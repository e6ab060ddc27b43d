import { reachable } from '../graph/reachable.ts';
import type { CompetencyGraph } from './competencyGraph.ts';
import { graphOf, indexCompetencies, placeOf } from './indexCompetencies.ts';

/**
 * The competencies that are the same as one of the given, directly or through others, these included.
 *
 * @param graph made by `newCompetencyGraph`
 * @param ids competencies of the graph
 * @returns ids in the order of `graph.competencies`
 * @throws RangeError for an unknown id
 * @example
 * import { equivalentsOf, newCompetencyGraph } from 'tutelage/competency';
 *
 * const graph = newCompetencyGraph([{ id: 'fractions' }, { id: 'CCSS.3.NF' }, { id: 'angles' }], [], [
 *   { type: 'equivalent', from: 'fractions', to: 'CCSS.3.NF' },
 * ]);
 * equivalentsOf(graph, ['CCSS.3.NF']); // => ['fractions', 'CCSS.3.NF']
 */
export function equivalentsOf(graph: CompetencyGraph, ids: readonly string[]): string[] {
  const index = indexCompetencies('equivalentsOf', graph.competencies);
  const both = (graph.relations ?? []).flatMap(({ type, from, to }) =>
    type === 'equivalent' ? [[from, to] as const, [to, from] as const] : [],
  );
  const starts = ids.map((id) => placeOf('equivalentsOf', index, id));
  const reached = reachable(graphOf('equivalentsOf', index, both), starts);
  return graph.competencies.filter((_, node) => reached[node]).map(({ id }) => id);
}
