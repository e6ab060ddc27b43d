import { reachable } from '../graph/reachable.ts';
import type { CompetencyGraph } from './competencyGraph.ts';
import { graphOf, indexCompetencies, placeOf } from './indexCompetencies.ts';

/**
 * The parts of a competency, and their parts.
 *
 * @param graph made by `newCompetencyGraph`
 * @param id a competency of the graph
 * @returns ids in the order of `graph.competencies`, without the competency itself; empty when it has no parts
 * @throws RangeError for an unknown id
 * @example
 * import { newCompetencyGraph, partsOf } from 'tutelage/competency';
 *
 * const graph = newCompetencyGraph([{ id: 'numbers' }, { id: 'fractions' }, { id: 'halves' }], [], [
 *   { type: 'partOf', from: 'fractions', to: 'numbers' },
 *   { type: 'partOf', from: 'halves', to: 'fractions' },
 * ]);
 * partsOf(graph, 'numbers'); // => ['fractions', 'halves']
 */
export function partsOf(graph: CompetencyGraph, id: string): string[] {
  const index = indexCompetencies('partsOf', graph.competencies);
  const start = placeOf('partsOf', index, id);
  const inner = (graph.relations ?? []).flatMap(({ type, from, to }) =>
    type === 'partOf' ? [[to, from] as const] : [],
  );
  const reached = reachable(graphOf('partsOf', index, inner), [start]);
  reached[start] = 0;
  return graph.competencies.filter((_, node) => reached[node]).map((competency) => competency.id);
}
