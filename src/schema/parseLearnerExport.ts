import * as z from 'zod/mini';
import { evidence } from './evidence.ts';
import type { LearnerExport } from './learnerExport.ts';
import { mastery } from './mastery.ts';
import { competencyRecord, confidenceCalibration, history, learnerStanding, pace } from './measuredFacts.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import { id, list, object, oneOf, optional, time } from './parts.ts';
import { progression } from './progression.ts';
import { report } from './report.ts';
import type { Result } from './result.ts';
import { rule } from './rule.ts';

const isFields = rule<unknown>(
  (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
  'must be an object',
  { type: 'object' },
  'invalid_type',
);

/** Schema of `LearnerExport`. What people stated may hold fields of your own: read the profile with your schema. */
export const learnerExport = object({
  schema: oneOf('tutelage/learner-export'),
  version: oneOf(1),
  learnerId: id,
  exportedAt: time,
  stated: z.unknown().check(isFields) as unknown as z.ZodMiniType<Record<string, unknown>>,
  inferred: object({
    competencies: optional(list(competencyRecord)),
    standing: optional(learnerStanding),
    confidence: optional(confidenceCalibration),
    pace: optional(pace),
    history: optional(history),
    masteries: list(mastery),
    progressions: list(progression),
    reports: list(report),
  }),
  evidence: list(evidence),
});

/** How exports are stored. */
export const learnerExportKind: DocumentKind = { schema: 'tutelage/learner-export', version: 1, inline: true };

/**
 * Checks what `exportProfile` once returned.
 *
 * @param input anything, typically from `JSON.parse`
 * @returns the export, or the first 100 issues with their paths
 * @remarks Never throws. The profile is `{ schema, version, id, ...stated, ...inferred }` without the results; give it to
 * `parseLearnerProfile`.
 * @example
 * import { exportProfile } from 'tutelage/privacy';
 * import { newLearnerProfile } from 'tutelage/profile';
 * import { parseLearnerExport } from 'tutelage/schema';
 *
 * const taken = exportProfile({ profiles: [newLearnerProfile({ id: 'ana' })] }, { now: 0 });
 * parseLearnerExport(JSON.parse(JSON.stringify(taken))).ok; // => true
 */
export function parseLearnerExport(input: unknown): Result<LearnerExport> {
  return parseDocument(learnerExportKind, learnerExport, input);
}
