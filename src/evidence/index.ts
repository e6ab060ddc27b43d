export { appendEvidence } from './appendEvidence.ts';
export { byLearner } from './byLearner.ts';
export type { Evidence, EvidenceCompetency, EvidenceSource } from './evidence.ts';
export { type EvidenceLog, evidenceLog } from './evidenceLog.ts';
export { type EvidenceQuery, selectEvidence } from './selectEvidence.ts';
