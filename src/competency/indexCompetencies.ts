import { type Digraph, digraph } from '../graph/digraph.ts';
import { checkList } from '../math/check.ts';
import type { Competency } from './competency.ts';

/** Places of competencies by id. */
export type CompetencyIndex = ReadonlyMap<string, number>;

/** Checks ids and gives each its place. */
export function indexCompetencies(where: string, competencies: readonly Competency[]): CompetencyIndex {
  checkList(where, 'competencies', competencies);
  const index = new Map<string, number>();
  for (const [position, { id }] of competencies.entries()) {
    if (typeof id !== 'string' || id === '') {
      throw new TypeError(`${where}: competencies[${position}].id must be a non-empty string, got ${typeof id}`);
    }
    if (index.has(id)) throw new RangeError(`${where}: competency "${id}" is listed twice; give each id once`);
    index.set(id, position);
  }
  return index;
}

/** The place of a competency that has to be known. */
export function placeOf(where: string, index: CompetencyIndex, id: string): number {
  const position = index.get(id);
  if (position === undefined)
    throw new RangeError(`${where}: there is no competency "${id}"; add it or correct the id`);
  return position;
}

/** The graph of pairs [from, to]. */
export function graphOf(where: string, index: CompetencyIndex, pairs: readonly (readonly [string, string])[]): Digraph {
  const edges = pairs.map(([from, to]) => [placeOf(where, index, from), placeOf(where, index, to)] as const);
  return digraph(index.size, edges);
}
