import type { Progression } from '../progression/progression.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import { id, ids, list, object, oneOf, optional, text, time, yesNo } from './parts.ts';
import type { Result } from './result.ts';

const status = oneOf(['achieved', 'inProgress', 'notStarted']);

/** Schema of `Override`. */
export const override = object({
  competencyId: id,
  status,
  by: text,
  at: time,
  reason: text,
  until: optional(time),
});

/** Schema of `CompetencyDecision`. */
export const competencyDecision = object({
  competencyId: id,
  status,
  reasons: list(object({ rule: text, evidenceIds: ids, text })),
  ready: yesNo,
  waitingFor: ids,
  retention: optional(oneOf(['mastered', 'fading', 'needsReview'])),
  override: optional(override),
  decided: optional(status),
});

/** Schema of `Progression`. */
export const progression = object({
  learnerId: id,
  rule: text,
  decisions: list(competencyDecision),
});

/** How progressions are stored. */
export const progressionKind: DocumentKind = { schema: 'tutelage/progression', version: 1 };

/**
 * Checks what `decideProgression` once returned.
 *
 * @param input a progression, or a document made by `toDocument('progression', progression)`
 * @returns the progression, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { parseProgression } from 'tutelage/schema';
 *
 * parseProgression({ learnerId: 'ana', rule: 'masteryThreshold', decisions: [] }).ok; // => true
 */
export function parseProgression(input: unknown): Result<Progression> {
  return parseDocument(progressionKind, progression, input);
}
