export { byLearner } from './byLearner.ts';
export type { Evidence, EvidenceCompetency, EvidenceSource } from './evidence.ts';
export { type EvidenceLog, evidenceLog } from './evidenceLog.ts';
