export type { AccessNeeds } from './accessNeeds.ts';
export type { Availability, Weekday, WeeklyWindow } from './availability.ts';
export type { CompetencyRecord, Mark, Trace } from './competencyRecord.ts';
export type { Consent } from './consent.ts';
export type { Device } from './device.ts';
export type { Goal } from './goal.ts';
export { hasConsent } from './hasConsent.ts';
export type { Interests, Riasec } from './interests.ts';
export { type FieldProvenance, type Language, type LearnerProfile, newLearnerProfile } from './learnerProfile.ts';
export type { LearnerStanding, Standing, UnknownStanding } from './learnerStanding.ts';
export { measureConfidence } from './measureConfidence.ts';
export { measurePace } from './measurePace.ts';
export type { ConfidenceCalibration, History, Pace, ScaleScore } from './measures.ts';
export type { Preferences, Wish } from './preferences.ts';
export {
  type DatedFact,
  type ProfileCompleteness,
  type ProfileField,
  profileCompleteness,
} from './profileCompleteness.ts';
export type { Provenance, Stated, Visibility } from './provenance.ts';
export { type StatedFacts, stateFacts } from './stateFacts.ts';
export { type AccommodationPlan, type Support, type SupportFeature, supportFeatures } from './supports.ts';
