import { topologicalOrder } from '../graph/topologicalOrder.ts';
import type { CompetencyGraph } from './competencyGraph.ts';
import { graphOf, indexCompetencies } from './indexCompetencies.ts';

/**
 * All competencies in an order in which they can be learnt: a topological order of the prerequisites.
 *
 * @param graph made by `newCompetencyGraph`
 * @returns ids; among those that could come next the earliest of `graph.competencies` comes first
 * @throws RangeError for a graph with a cycle, which `newCompetencyGraph` would not have made
 * @remarks O(prerequisites + competencies log competencies).
 * @example
 * import { learningOrder, newCompetencyGraph } from 'tutelage/competency';
 *
 * const ids = [{ id: 'fractions' }, { id: 'angles' }, { id: 'halves' }];
 * learningOrder(newCompetencyGraph(ids, [['halves', 'fractions']])); // => ['angles', 'halves', 'fractions']
 */
export function learningOrder(graph: CompetencyGraph): string[] {
  const index = indexCompetencies('learningOrder', graph.competencies);
  const order = topologicalOrder(graphOf('learningOrder', index, graph.prerequisites));
  if (order.length < index.size) {
    throw new RangeError('learningOrder: the prerequisites have a cycle; make the graph with newCompetencyGraph');
  }
  return order.map((node) => graph.competencies[node]!.id);
}
