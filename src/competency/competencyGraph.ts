import { findCycle } from '../graph/findCycle.ts';
import { checkList } from '../math/check.ts';
import type { Competency } from './competency.ts';
import type { CompetencyRelation } from './competencyRelation.ts';
import { graphOf, indexCompetencies, placeOf } from './indexCompetencies.ts';

/** `before` has to be achieved before `after` makes sense. */
export type Prerequisite = readonly [before: string, after: string];

/** Competencies, the prerequisites among them and their other relations: plain data, free of cycles. */
export interface CompetencyGraph {
  readonly competencies: readonly Competency[];
  readonly prerequisites: readonly Prerequisite[];
  /** Absent when there are none. */
  readonly relations?: readonly CompetencyRelation[];
}

/**
 * Checks competencies, prerequisites and relations and hands them on as a graph.
 *
 * @param competencies each id once
 * @param prerequisites pairs [before, after] of ids; a pair given twice counts once
 * @param relations a relation given twice counts once, and one that holds both ways counts once for both
 * @returns the graph, without repeats
 * @throws TypeError for ids that are no strings, RangeError for a repeated or unknown id, a relation of a competency with itself, or a
 * cycle of prerequisites or of parts (named)
 * @example
 * import { newCompetencyGraph } from 'tutelage/competency';
 *
 * const graph = newCompetencyGraph(
 *   [{ id: 'halves' }, { id: 'fractions' }, { id: 'numbers' }],
 *   [['halves', 'fractions']],
 *   [{ type: 'partOf', from: 'fractions', to: 'numbers' }],
 * );
 * graph.prerequisites; // => [['halves', 'fractions']]
 */
export function newCompetencyGraph(
  competencies: readonly Competency[],
  prerequisites: readonly Prerequisite[] = [],
  relations: readonly CompetencyRelation[] = [],
): CompetencyGraph {
  const where = 'newCompetencyGraph';
  const index = indexCompetencies(where, competencies);
  checkList(where, 'prerequisites', prerequisites);
  checkList(where, 'relations', relations);
  const ids = [...index.keys()];
  const noCycle = (pairs: readonly Prerequisite[], is: string) => {
    const graph = graphOf(where, index, pairs);
    const cycle = findCycle(graph)?.map((node) => ids[node]!);
    if (!cycle) return graph;
    throw new RangeError(
      `${where}: competency "${cycle[0]}" is its own ${is} (${cycle.join(' -> ')}); remove one of these ${is}s`,
    );
  };
  const before = noCycle(prerequisites, 'prerequisite');
  noCycle(
    relations.flatMap(({ type, from, to }) => (type === 'partOf' ? [[from, to] as const] : [])),
    'part',
  );
  const kept = distinctRelations(relations, (id) => placeOf(where, index, id));
  return {
    competencies: [...competencies],
    prerequisites: before.after.flatMap((after, node) => after.map((next) => [ids[node]!, ids[next]!] as const)),
    ...(kept.length > 0 && { relations: kept }),
  };
}

const TYPES: readonly string[] = ['partOf', 'equivalent', 'related'] satisfies CompetencyRelation['type'][];

function distinctRelations(
  relations: readonly CompetencyRelation[],
  place: (id: string) => number,
): CompetencyRelation[] {
  const kept = new Map<string, CompetencyRelation>();
  for (const { type, from, to } of relations) {
    if (!TYPES.includes(type)) {
      throw new RangeError(`newCompetencyGraph: relation type must be one of ${TYPES.join(', ')}, got "${type}"`);
    }
    const ends = [place(from), place(to)];
    if (ends[0] === ends[1]) {
      throw new RangeError(`newCompetencyGraph: competency "${from}" cannot be ${type} of itself; remove the relation`);
    }
    if (type !== 'partOf') ends.sort((left, right) => left - right);
    const key = `${type} ${ends.join(' ')}`;
    if (!kept.has(key)) kept.set(key, { type, from, to });
  }
  return [...kept.values()];
}
