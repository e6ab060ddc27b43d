import { findCycle } from '../graph/findCycle.ts';
import type { Competency } from './competency.ts';
import type { Prerequisite } from './competencyGraph.ts';
import { graphOf, indexCompetencies } from './indexCompetencies.ts';

/**
 * A cycle among prerequisites, for data that others maintain: a value, where `newCompetencyGraph` would throw.
 *
 * @param competencies each id once
 * @param prerequisites pairs [before, after] of ids
 * @returns ids along the cycle, the first again at the end; null when there is none
 * @throws TypeError or RangeError for ids that are no strings, repeated or unknown
 * @remarks O(competencies + prerequisites). Remove one of the pairs and ask again for the next cycle.
 * @example
 * import { prerequisiteCycle } from 'tutelage/competency';
 *
 * const ids = [{ id: 'a' }, { id: 'b' }];
 * prerequisiteCycle(ids, [['a', 'b'], ['b', 'a']]); // => ['a', 'b', 'a']
 * prerequisiteCycle(ids, [['a', 'b']]); // => null
 */
export function prerequisiteCycle(
  competencies: readonly Competency[],
  prerequisites: readonly Prerequisite[],
): string[] | null {
  const index = indexCompetencies('prerequisiteCycle', competencies);
  const cycle = findCycle(graphOf('prerequisiteCycle', index, prerequisites));
  return cycle?.map((node) => competencies[node]!.id) ?? null;
}
