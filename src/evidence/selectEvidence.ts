import type { Evidence, EvidenceSource } from './evidence.ts';

/** What {@link selectEvidence} looks for; every condition given has to hold. */
export interface EvidenceQuery {
  readonly learnerId?: string;
  readonly competencyId?: string;
  readonly itemId?: string;
  readonly activityId?: string;
  readonly sources?: readonly EvidenceSource[];
  /** Epoch ms, included. Undated evidence lies in no stretch of time. */
  readonly from?: number;
  /** Epoch ms, not included. */
  readonly until?: number;
  /** True: only what was graded; false: only what was not. */
  readonly graded?: boolean;
}

/**
 * The evidence that answers a question, in the order given.
 *
 * @param entries evidence, such as the entries of a log
 * @param query conditions, all of which have to hold; none selects everything
 * @returns a fresh list
 * @throws RangeError for `from` or `until` that is no number
 * @remarks O(n).
 * @example
 * import { selectEvidence } from 'tutelage/evidence';
 *
 * const answer = { learnerId: 'ana', score: 1, source: 'quiz' } as const;
 * const entries = [
 *   { ...answer, id: 'e1', at: 1000, competencies: [{ id: 'fractions' }] },
 *   { ...answer, id: 'e2', at: 2000, competencies: [{ id: 'decimals' }] },
 *   { ...answer, id: 'e3', at: null, competencies: [{ id: 'fractions' }] },
 * ];
 * const found = selectEvidence(entries, { competencyId: 'fractions', until: 2000 });
 * found.map(({ id }) => id); // => ['e1']
 */
export function selectEvidence(entries: readonly Evidence[], query: EvidenceQuery): Evidence[] {
  const { from, until, sources, competencyId, graded } = query;
  for (const [name, value] of Object.entries({ from, until })) {
    if (value !== undefined && Number.isNaN(Number(value))) {
      throw new RangeError(`selectEvidence: ${name} must be epoch milliseconds, got ${value}`);
    }
  }
  const isOf = (entry: Evidence, name: 'learnerId' | 'itemId' | 'activityId') =>
    query[name] === undefined || entry[name] === query[name];
  return entries.filter(
    (entry) =>
      isOf(entry, 'learnerId') &&
      isOf(entry, 'itemId') &&
      isOf(entry, 'activityId') &&
      (from === undefined || (entry.at !== null && entry.at >= from)) &&
      (until === undefined || (entry.at !== null && entry.at < until)) &&
      (sources === undefined || sources.includes(entry.source)) &&
      (graded === undefined || (entry.score !== null) === graded) &&
      (competencyId === undefined || entry.competencies.some(({ id }) => id === competencyId)),
  );
}
