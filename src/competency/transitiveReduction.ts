import { fewestEdges } from '../graph/fewestEdges.ts';
import type { CompetencyGraph } from './competencyGraph.ts';
import { graphOf, indexCompetencies } from './indexCompetencies.ts';

/**
 * The graph with the fewest prerequisites that say the same: a pair is left out when it follows from others (the transitive
 * reduction, unique without cycles; Aho, Garey & Ullman 1972, SIAM Journal on Computing 1, 131-137). For drawing and for editing.
 *
 * @param graph made by `newCompetencyGraph`
 * @returns a fresh graph with the same competencies and relations
 * @remarks O(competencies x prerequisites) at worst, O(competencies + prerequisites) on chains and trees. It has the same learning
 * orders, but not the same fringes where what is achieved leaves a gap: there the pairs left out said more.
 * @example
 * import { newCompetencyGraph, transitiveReduction } from 'tutelage/competency';
 *
 * const ids = [{ id: 'count' }, { id: 'halves' }, { id: 'fractions' }];
 * const graph = newCompetencyGraph(ids, [['count', 'halves'], ['halves', 'fractions'], ['count', 'fractions']]);
 * transitiveReduction(graph).prerequisites; // => [['count', 'halves'], ['halves', 'fractions']]
 */
export function transitiveReduction(graph: CompetencyGraph): CompetencyGraph {
  const index = indexCompetencies('transitiveReduction', graph.competencies);
  const { after } = fewestEdges(graphOf('transitiveReduction', index, graph.prerequisites));
  const idOf = (node: number) => graph.competencies[node]!.id;
  return {
    ...graph,
    prerequisites: after.flatMap((targets, node) => targets.map((target) => [idOf(node), idOf(target)] as const)),
  };
}
