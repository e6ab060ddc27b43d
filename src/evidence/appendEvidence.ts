import type { Evidence } from './evidence.ts';
import { type EvidenceLog, evidenceLog } from './evidenceLog.ts';

/**
 * A log with more evidence, which may come late or twice.
 *
 * Appending piece by piece in any order gives the same entries as one log of everything, but for undated evidence, which keeps
 * the order in which it came.
 *
 * @param log made by `evidenceLog`
 * @param entries the new evidence
 * @returns a fresh log; the given one is as it was
 * @throws TypeError or RangeError as `evidenceLog` does, and for an id that already stands for something else
 * @remarks O(n) in the whole log, since the result is a list of its own: append what has come in together, not one by one.
 * @example
 * import { appendEvidence, evidenceLog } from 'tutelage/evidence';
 *
 * const answer = { learnerId: 'ana', competencies: [{ id: 'fractions' }], score: 1, source: 'quiz' } as const;
 * const log = evidenceLog([{ ...answer, id: 'e1', at: 1000 }, { ...answer, id: 'e3', at: 3000 }]);
 * const more = appendEvidence(log, [{ ...answer, id: 'e2', at: 2000 }, { ...answer, id: 'e1', at: 1000 }]);
 * more.entries.map((entry) => entry.id); // => ['e1', 'e2', 'e3']
 * more.repeated.length; // => 1
 */
export function appendEvidence(log: EvidenceLog, entries: readonly Evidence[]): EvidenceLog {
  const { entries: all, repeated } = evidenceLog([...log.entries, ...entries]);
  return { entries: all, repeated: [...log.repeated, ...repeated] };
}
