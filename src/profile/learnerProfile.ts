import type { Place } from '../content/requirements.ts';
import type { AccessNeeds } from './accessNeeds.ts';
import type { Availability } from './availability.ts';
import type { CompetencyRecord } from './competencyRecord.ts';
import type { Consent } from './consent.ts';
import type { Device } from './device.ts';
import type { Goal } from './goal.ts';
import type { Interests } from './interests.ts';
import type { LearnerStanding } from './learnerStanding.ts';
import type { ConfidenceCalibration, History, Pace, ScaleScore } from './measures.ts';
import type { Preferences } from './preferences.ts';
import type { Provenance, Stated } from './provenance.ts';
import type { AccommodationPlan, Support } from './supports.ts';

/** A language a learner knows. */
export interface Language extends Stated {
  /** BCP-47, such as 'pt-PT'. */
  readonly tag: string;
  /** Level of the Common European Framework, or native. */
  readonly level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'native';
}

/** The provenance of a field that is no object of its own. */
export interface FieldProvenance extends Provenance {
  readonly field: 'locale' | 'gradeBand' | 'birthYear' | 'places' | 'bandwidthKbps';
}

/**
 * What personalising needs to know about a learner: skills, needs, interests, goals, preferences, supports and time.
 *
 * It holds an opaque id and no name, address or date of birth; evidence is kept elsewhere and referred to by id. Lists
 * carry their ids inside, so that an id such as `__proto__` survives storage.
 */
export interface LearnerProfile {
  readonly schema: 'tutelage/learner-profile';
  readonly version: 2;
  /** Opaque: it should say nothing about the person. */
  readonly id: string;
  /** BCP-47. */
  readonly locale?: string;
  readonly languages?: readonly Language[];
  /** Such as 'grade 7' or 'undergraduate'. */
  readonly gradeBand?: string;
  /** The year alone, and only where content has an age limit. */
  readonly birthYear?: number;
  /** Measured: what the evidence says, competency by competency. */
  readonly competencies?: readonly CompetencyRecord[];
  /** Computed from estimates: what stands out, and what is not known. */
  readonly standing?: LearnerStanding;
  readonly interests?: Interests;
  readonly goals?: readonly Goal[];
  /** Motivation, habits, attitudes. */
  readonly scales?: readonly ScaleScore[];
  /** Measured. */
  readonly confidence?: ConfidenceCalibration;
  readonly preferences?: Preferences;
  /** Measured. */
  readonly pace?: Pace;
  readonly availability?: Availability;
  readonly devices?: readonly Device[];
  readonly places?: readonly Place[];
  /** Kilobits per second, 0 for none. */
  readonly bandwidthKbps?: number;
  readonly access?: AccessNeeds;
  readonly supports?: readonly Support[];
  readonly plan?: AccommodationPlan;
  readonly consent?: readonly Consent[];
  readonly history?: History;
  /** Where the fields come from that have no `stated` of their own. */
  readonly provenance?: readonly FieldProvenance[];
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
 * newLearnerProfile({ id: 'k4x9', locale: 'pt-PT' }).version; // => 2
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
  return { ...given, schema: 'tutelage/learner-profile', version: 2 };
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
