export { activity, parseActivities } from './activity.ts';
export { availability } from './availability.ts';
export { competency, competencyGraph, competencyRelation, parseCompetencyGraph } from './competency.ts';
export type { Documents } from './documents.ts';
export { evidence, parseEvidence } from './evidence.ts';
export { feasibility, parseFeasibility } from './feasibility.ts';
export { item, parseItems } from './item.ts';
export { jsonSchema } from './jsonSchema.ts';
export { learnerProfile, parseLearnerProfile } from './learnerProfile.ts';
export { mastery, masteryEstimate, parseMastery } from './mastery.ts';
export {
  competencyRecord,
  confidenceCalibration,
  history,
  learnerStanding,
  pace,
  scaleScore,
} from './measuredFacts.ts';
export { migrate } from './migrate.ts';
export type { SchemaOf } from './parseDocument.ts';
export { learnerExport, parseLearnerExport } from './parseLearnerExport.ts';
export { parsePath, path } from './path.ts';
export { competencyDecision, override, parseProgression, progression } from './progression.ts';
export { fieldProvenance, provenance } from './provenance.ts';
export { parseQMatrix, qMatrix, qMatrixRow } from './qMatrix.ts';
export { parseReport, report, section } from './report.ts';
export type { Issue, Result } from './result.ts';
export { parseSchedule, review, schedule, studySession } from './schedule.ts';
export {
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
export { toDocument } from './toDocument.ts';
