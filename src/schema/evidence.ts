import type { Evidence } from '../evidence/evidence.ts';
import { type DocumentKind, parseEntries, type SchemaOf } from './parseDocument.ts';
import { count, id, list, object, oneOf, optional, share, shareOrNull, size, timeOrNull, weight } from './parts.ts';
import type { Result } from './result.ts';
import { atLeast } from './rule.ts';

/** Schema of one `Evidence`. */
export const evidence = object({
  id,
  learnerId: id,
  at: timeOrNull,
  itemId: optional(id),
  activityId: optional(id),
  competencies: list(object({ id, weight: optional(weight) })),
  score: shareOrNull,
  category: optional(count),
  source: oneOf(['practice', 'quiz', 'exam', 'project', 'presentation', 'observation', 'prior', 'self']),
  attempt: optional(count.check(atLeast(1))),
  hints: optional(count),
  durationMs: optional(size),
  confidence: optional(share),
});

/** How evidence is stored. */
export const evidenceKind: DocumentKind = { schema: 'tutelage/evidence', version: 1 };

/**
 * Checks a list of evidence from outside.
 *
 * @param input a list, or a document made by `toDocument('evidence', list)`
 * @param schema an extension of `evidence` for fields of your own
 * @returns the evidence, or the first 100 issues with their paths
 * @remarks Never throws. Repeated ids are left to `evidenceLog`, which tells a re-sent entry from a clash.
 * @example
 * import { parseEvidence } from 'tutelage/schema';
 *
 * const [entry] = [{ id: 'e1', learnerId: 'ana', at: null, competencies: [], score: 2, source: 'quiz' }];
 * const result = parseEvidence([entry]);
 * result.ok || result.issues; // => [{ path: [0, 'score'], code: 'too_big', message: 'must be at most 1' }]
 */
export function parseEvidence<E extends Evidence = Evidence>(input: unknown, schema?: SchemaOf<E>): Result<E[]> {
  return parseEntries(evidenceKind, schema ?? evidence, input);
}
