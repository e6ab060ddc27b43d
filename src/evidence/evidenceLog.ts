import { checkEvidence } from './checkEvidence.ts';
import type { Evidence } from './evidence.ts';
import { logOrder } from './logOrder.ts';
import { sameEvidence } from './sameEvidence.ts';

/** Evidence in time order, and what was set aside on the way in. */
export interface EvidenceLog {
  /** By time; undated evidence first, in the order given; equal times by id. */
  readonly entries: readonly Evidence[];
  /** Entries whose id was already in the log with the same content: counted once, kept here. */
  readonly repeated: readonly Evidence[];
}

/**
 * Builds an evidence log: checked, in time order, each id once.
 *
 * Sending the same entry twice (a retry, a second import) is harmless: the copy lands in `repeated`. Two *different*
 * entries under one id are a mistake and throw. Repeated attempts at an item are different entries and all kept.
 *
 * @param entries evidence of any number of learners, in any order
 * @returns the log; `entries` is empty for no evidence
 * @throws TypeError for an entry of the wrong shape, RangeError for a value out of range or one id with two contents
 * @remarks O(n log n). Undated entries (`at: null`) come first in the order given, since nothing else is known of them.
 * @example
 * import { evidenceLog } from 'tutelage/evidence';
 *
 * const answer = { learnerId: 'ana', competencies: [{ id: 'fractions' }], score: 1, source: 'quiz' } as const;
 * const log = evidenceLog([
 *   { ...answer, id: 'e2', at: 2000 },
 *   { ...answer, id: 'e1', at: 1000 },
 *   { ...answer, id: 'e2', at: 2000 },
 * ]);
 * log.entries.map((entry) => entry.id); // => ['e1', 'e2']
 * log.repeated.length; // => 1
 */
export function evidenceLog(entries: readonly Evidence[]): EvidenceLog {
  if (!Array.isArray(entries)) throw new TypeError('evidenceLog: entries must be an array of evidence');
  const byId = new Map<string, Evidence>();
  const repeated: Evidence[] = [];
  for (const [index, entry] of entries.entries()) {
    checkEvidence(`evidenceLog: entries[${index}]`, entry);
    const earlier = byId.get(entry.id);
    if (earlier === undefined) byId.set(entry.id, entry);
    else if (sameEvidence(earlier, entry)) repeated.push(entry);
    else {
      throw new RangeError(
        `evidenceLog: entries[${index}]: id "${entry.id}" stands for two different pieces of evidence; give each its own id`,
      );
    }
  }
  return { entries: [...byId.values()].sort(logOrder), repeated };
}
