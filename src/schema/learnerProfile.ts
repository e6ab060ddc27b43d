import type { LearnerProfile } from '../profile/learnerProfile.ts';
import { availability } from './availability.ts';
import {
  competencyRecord,
  confidenceCalibration,
  history,
  learnerStanding,
  pace,
  scaleScore,
} from './measuredFacts.ts';
import { learnerProfileMigrations } from './migrations/learnerProfileMigrations.ts';
import { type DocumentKind, parseDocument, type SchemaOf } from './parseDocument.ts';
import { count, id, list, object, oneOf, optional, size, text } from './parts.ts';
import { fieldProvenance } from './provenance.ts';
import type { Result } from './result.ts';
import { distinct } from './rule.ts';
import {
  accessNeeds,
  accommodationPlan,
  consent,
  device,
  goal,
  interests,
  language,
  preferences,
  support,
} from './statedFacts.ts';
import { place } from './words.ts';

/** Schema of `LearnerProfile`. Unknown keys are refused, so that nothing is lost in silence; extend it for fields of your own. */
export const learnerProfile = object({
  schema: oneOf('tutelage/learner-profile'),
  version: oneOf(2),
  id,
  locale: optional(text),
  languages: optional(list(language)),
  gradeBand: optional(text),
  birthYear: optional(count),
  competencies: optional(list(competencyRecord).check(distinct('competencyId'))),
  standing: optional(learnerStanding),
  interests: optional(interests),
  goals: optional(list(goal).check(distinct('id'))),
  scales: optional(list(scaleScore)),
  confidence: optional(confidenceCalibration),
  preferences: optional(preferences),
  pace: optional(pace),
  availability: optional(availability),
  devices: optional(list(device)),
  places: optional(list(place)),
  bandwidthKbps: optional(size),
  access: optional(accessNeeds),
  supports: optional(list(support)),
  plan: optional(accommodationPlan),
  consent: optional(list(consent)),
  history: optional(history),
  provenance: optional(list(fieldProvenance)),
});

/** How learner profiles are stored. */
export const learnerProfileKind: DocumentKind = {
  schema: 'tutelage/learner-profile',
  version: 2,
  inline: true,
  migrations: learnerProfileMigrations,
};

/**
 * Checks a learner profile from outside, of this or any older version.
 *
 * @param input anything, typically from `JSON.parse`
 * @param schema an extension of `learnerProfile` for fields of your own: `z.extend(learnerProfile, { school: z.string() })`
 * @returns the profile in the newest version, with a warning where it was migrated; or the first 100 issues with their paths. A newer
 * version than this package knows is refused and `input` left as it is
 * @remarks Never throws, however deep, large or odd the input. Unknown keys are issues: nothing is dropped in silence.
 * @example
 * import { parseLearnerProfile } from 'tutelage/schema';
 *
 * const text = '{ "schema": "tutelage/learner-profile", "version": 2, "id": "k4x9", "bandwidthKbps": -1 }';
 * const result = parseLearnerProfile(JSON.parse(text));
 * result.ok || result.issues; // => [{ path: ['bandwidthKbps'], code: 'too_small', message: 'must be at least 0' }]
 */
export function parseLearnerProfile<P extends LearnerProfile = LearnerProfile>(
  input: unknown,
  schema?: SchemaOf<P>,
): Result<P> {
  return parseDocument(learnerProfileKind, schema ?? learnerProfile, input);
}
