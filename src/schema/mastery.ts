import * as z from 'zod/mini';
import type { Mastery } from '../mastery/mastery.ts';
import { pair } from './pair.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import {
  count,
  id,
  ids,
  list,
  number,
  object,
  oneOf,
  optional,
  share,
  shareOrNull,
  size,
  sizeOrNull,
  text,
  timeOrNull,
} from './parts.ts';
import type { Result } from './result.ts';

/** Schema of `MasteryEstimate`. */
export const masteryEstimate = object({
  competencyId: id,
  status: oneOf(['estimated', 'unknown']),
  value: shareOrNull,
  sd: sizeOrNull,
  interval: z.nullable(pair(share)),
  level: share,
  n: count,
  evidenceIds: ids,
  lastAt: timeOrNull,
  ability: optional(object({ theta: number, se: size })),
  retention: optional(
    object({
      retrievability: share,
      effective: share,
      elapsedDays: size,
      dueInDays: number,
      before: optional(object({ value: share, faded: share })),
    }),
  ),
});

/** Schema of `Mastery`. */
export const mastery = object({
  learnerId: id,
  by: text,
  estimates: list(masteryEstimate),
  unused: list(
    object({
      evidenceId: id,
      reason: oneOf([
        'noItem',
        'itemUnknown',
        'itemNotCalibrated',
        'ungraded',
        'notDichotomous',
        'otherAttempt',
        'noCompetency',
      ]),
    }),
  ),
});

/** How mastery is stored. */
export const masteryKind: DocumentKind = { schema: 'tutelage/mastery', version: 1 };

/**
 * Checks what `estimateMastery` once returned.
 *
 * @param input mastery, or a document made by `toDocument('mastery', mastery)`
 * @returns the mastery, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { parseMastery } from 'tutelage/schema';
 *
 * parseMastery({ learnerId: 'ana', by: 'irt', estimates: [], unused: [] }).ok; // => true
 */
export function parseMastery(input: unknown): Result<Mastery> {
  return parseDocument(masteryKind, mastery, input);
}
