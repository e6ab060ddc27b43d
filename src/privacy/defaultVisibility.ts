import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Visibility } from '../profile/provenance.ts';

/** From closed to open; each audience sees what is visible to it or to a wider one. */
export const LADDER: readonly Visibility[] = ['private', 'teacher', 'parent', 'peer', 'public'];

/**
 * Who sees a field of which nobody said otherwise (our choice: what helps those who help, and no more). Fields that are not named are
 * private.
 */
export const defaultVisibility: Readonly<
  Record<Exclude<keyof LearnerProfile, 'schema' | 'version' | 'id' | 'provenance'>, Visibility>
> = {
  locale: 'peer',
  languages: 'peer',
  gradeBand: 'peer',
  birthYear: 'teacher',
  competencies: 'parent',
  standing: 'parent',
  interests: 'teacher',
  goals: 'parent',
  scales: 'teacher',
  confidence: 'teacher',
  preferences: 'teacher',
  pace: 'parent',
  availability: 'parent',
  devices: 'teacher',
  places: 'teacher',
  bandwidthKbps: 'teacher',
  access: 'parent',
  supports: 'parent',
  plan: 'parent',
  consent: 'parent',
  history: 'teacher',
};
