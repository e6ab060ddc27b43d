import type { Availability } from './availability.ts';
import type { Consent } from './consent.ts';
import type { Device, Place } from './context.ts';
import type { Goal } from './goal.ts';
import type { Interests } from './interests.ts';
import type { CompetencyRecord, ConfidenceCalibration, Pace, ScaleScore } from './measures.ts';
import type { Preferences } from './preferences.ts';
import type { AccommodationPlan, Support } from './supports.ts';

/** A language a learner knows. */
export interface Language {
  /** BCP-47, such as 'pt-PT'. */
  readonly tag: string;
  /** Level of the Common European Framework, or native. */
  readonly level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'native';
}

/**
 * What personalising needs to know about a learner: skills, needs, interests, goals, preferences, supports and time.
 *
 * It holds an opaque id and no name, address or date of birth; evidence is kept elsewhere and referred to by id. Lists
 * carry their ids inside, so that an id such as `__proto__` survives storage.
 */
export interface LearnerProfile {
  readonly schema: 'tutelage/learner-profile';
  readonly version: 1;
  /** Opaque: it should say nothing about the person. */
  readonly id: string;
  /** BCP-47. */
  readonly locale?: string;
  readonly languages?: readonly Language[];
  /** Such as 'grade 7' or 'undergraduate'. */
  readonly gradeBand?: string;
  readonly competencies?: readonly CompetencyRecord[];
  readonly interests?: Interests;
  readonly goals?: readonly Goal[];
  readonly scales?: readonly ScaleScore[];
  readonly confidence?: ConfidenceCalibration;
  readonly preferences?: Preferences;
  readonly pace?: Pace;
  readonly availability?: Availability;
  readonly devices?: readonly Device[];
  readonly places?: readonly Place[];
  /** Kilobits per second, 0 for none. */
  readonly bandwidth?: number;
  readonly supports?: readonly Support[];
  readonly plan?: AccommodationPlan;
  readonly consent?: readonly Consent[];
  /** Ids of evidence, oldest first. */
  readonly history?: readonly string[];
}

/**
 * A learner profile with its schema and version filled in.
 *
 * @param given everything known; only `id` is needed
 * @returns a fresh profile
 * @throws TypeError for an id that is no non-empty string, RangeError for two goals or competencies with the same id
 * @remarks For data from outside use `parseLearnerProfile` of `tutelage/schema`, which checks every field.
 * @example
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * newLearnerProfile({ id: 'k4x9', locale: 'pt-PT' }).version; // => 1
 */
export function newLearnerProfile(given: Omit<LearnerProfile, 'schema' | 'version'>): LearnerProfile {
  if (typeof given?.id !== 'string' || given.id === '') {
    throw new TypeError(
      `newLearnerProfile: id must be a non-empty string, got ${typeof given?.id}; use an opaque code`,
    );
  }
  distinct(
    'goal',
    given.goals?.map(({ id }) => id),
  );
  distinct(
    'competency',
    given.competencies?.map(({ competencyId }) => competencyId),
  );
  return { ...given, schema: 'tutelage/learner-profile', version: 1 };
}

function distinct(what: string, ids: readonly string[] = []): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) {
      throw new RangeError(`newLearnerProfile: ${what} "${id}" is listed twice; join the two or give each its own id`);
    }
    seen.add(id);
  }
}
