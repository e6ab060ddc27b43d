import * as z from 'zod/mini';
import type { Evidence } from '../evidence/evidence.ts';
import { parseListBy } from './parseBy.ts';
import { parts } from './parts.ts';
import type { Result } from './result.ts';

const { count, id, share, time } = parts;

const optional = z.exactOptional;

/** Schema of one `Evidence`. */
export const evidence = z.strictObject({
  id,
  learnerId: id,
  at: z.nullable(time),
  itemId: optional(id),
  activityId: optional(id),
  competencies: z.array(z.strictObject({ id, weight: optional(z.number().check(z.gt(0), z.lte(1))) })),
  score: z.nullable(share),
  source: z.literal(['practice', 'quiz', 'exam', 'project', 'presentation', 'observation', 'prior', 'self']),
  attempt: optional(z.number().check(z.gte(1), z.refine(Number.isInteger, 'must be a whole number'))),
  hints: optional(count),
  durationMs: optional(z.number().check(z.gte(0))),
  confidence: optional(share),
});

/**
 * Checks a list of evidence from outside.
 *
 * @param input anything, typically from `JSON.parse`
 * @returns the evidence, or the first 100 issues with their paths
 * @remarks Never throws. Repeated ids are left to `evidenceLog`, which tells a re-sent entry from a clash.
 * @example
 * import { parseEvidence } from 'tutelage/schema';
 *
 * const [entry] = [{ id: 'e1', learnerId: 'ana', at: null, competencies: [], score: 2, source: 'quiz' }];
 * const result = parseEvidence([entry]);
 * result.ok || result.issues; // => [{ path: [0, 'score'], code: 'too_big', message: 'must be at most 1' }]
 */
export function parseEvidence(input: unknown): Result<Evidence[]> {
  return parseListBy(evidence, input);
}
