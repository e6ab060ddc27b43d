export { type AlternativeActivitiesOptions, alternativeActivities } from './alternativeActivities.ts';
export { allConstraints } from './constraints/all.ts';
export { type ContentSupport, contentSupports, platformSupports } from './contentSupports.ts';
export type { ConstraintFinding, FeasibilityConstraint, FeasibilityMoment } from './feasibilityConstraint.ts';
export {
  type Feasibility,
  type FeasibilityReason,
  type FeasibleOptions,
  feasibleActivities,
} from './feasibleActivities.ts';
export type { LearningContext } from './learningContext.ts';
export { type RankedActivity, type RankOptions, rankByPreference } from './rankByPreference.ts';
export type { Readiness } from './readiness.ts';
