import { type Digraph, digraph } from '../graph/digraph.ts';
import { findCycle } from '../graph/findCycle.ts';
import { reachable } from '../graph/reachable.ts';
import { checkList } from '../math/check.ts';
import type { Competency } from './competency.ts';

/** `before` has to be achieved before `after` makes sense. */
export type Prerequisite = readonly [before: string, after: string];

/** Competencies and the prerequisites among them: plain data, free of cycles. */
export interface CompetencyGraph {
  readonly competencies: readonly Competency[];
  readonly prerequisites: readonly Prerequisite[];
}

/**
 * Checks competencies and prerequisites and hands them on as a graph.
 *
 * @param competencies each id once
 * @param prerequisites pairs [before, after] of ids; a pair given twice counts once
 * @returns the graph, prerequisites without repeats
 * @throws TypeError for ids that are no strings, RangeError for a repeated or unknown id or a cycle (named)
 * @example
 * import { newCompetencyGraph } from 'tutelage/competency';
 *
 * const graph = newCompetencyGraph([{ id: 'halves' }, { id: 'fractions' }], [['halves', 'fractions']]);
 * graph.prerequisites; // => [['halves', 'fractions']]
 */
export function newCompetencyGraph(
  competencies: readonly Competency[],
  prerequisites: readonly Prerequisite[] = [],
): CompetencyGraph {
  const { graph, index } = indexed('newCompetencyGraph', competencies, prerequisites);
  const cycle = findCycle(graph);
  if (cycle) {
    const names = cycle.map((node) => competencies[node]!.id);
    throw new RangeError(
      `newCompetencyGraph: competency "${names[0]}" is its own prerequisite (${names.join(' -> ')}); remove one of these prerequisites`,
    );
  }
  const ids = [...index.keys()];
  return {
    competencies: [...competencies],
    prerequisites: graph.after.flatMap((after, before) => after.map((node) => [ids[before]!, ids[node]!] as const)),
  };
}

/**
 * Everything that has to be achieved before the given competencies, directly or further back, without these themselves.
 *
 * @param graph made by {@link newCompetencyGraph}
 * @param ids competencies of the graph
 * @returns ids in the order of `graph.competencies`
 * @throws RangeError for an unknown id
 * @example
 * import { newCompetencyGraph, prerequisitesOf } from 'tutelage/competency';
 *
 * const ids = ['count', 'halves', 'fractions'].map((id) => ({ id }));
 * const graph = newCompetencyGraph(ids, [['count', 'halves'], ['halves', 'fractions']]);
 * prerequisitesOf(graph, ['fractions']); // => ['count', 'halves']
 */
export function prerequisitesOf(graph: CompetencyGraph, ids: readonly string[]): string[] {
  const reversed = graph.prerequisites.map(([before, after]) => [after, before] as const);
  const { graph: back, index } = indexed('prerequisitesOf', graph.competencies, reversed);
  const starts = ids.map((id) => known('prerequisitesOf', index, id));
  const reached = reachable(back, starts);
  for (const start of starts) reached[start] = 0;
  return graph.competencies.filter((_, node) => reached[node]).map(({ id }) => id);
}

function indexed(
  where: string,
  competencies: readonly Competency[],
  pairs: readonly Prerequisite[],
): { graph: Digraph; index: Map<string, number> } {
  checkList(where, 'competencies', competencies);
  checkList(where, 'prerequisites', pairs);
  const index = new Map<string, number>();
  for (const [position, { id }] of competencies.entries()) {
    if (typeof id !== 'string' || id === '') {
      throw new TypeError(`${where}: competencies[${position}].id must be a non-empty string, got ${typeof id}`);
    }
    if (index.has(id)) throw new RangeError(`${where}: competency "${id}" is listed twice; give each id once`);
    index.set(id, position);
  }
  const edges = pairs.map(([from, to]) => [known(where, index, from), known(where, index, to)] as const);
  return { graph: digraph(competencies.length, edges), index };
}

function known(where: string, index: ReadonlyMap<string, number>, id: string): number {
  const position = index.get(id);
  if (position === undefined)
    throw new RangeError(`${where}: there is no competency "${id}"; add it or correct the id`);
  return position;
}
