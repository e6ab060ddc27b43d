export type { AccessHazard, Accessibility, AccessMode } from './accessibility.ts';
export { type Activity, type Modality, newActivity } from './activity.ts';
export type { ContentBank, ContentFinding, ContentFindingCode, LintOptions } from './contentFinding.ts';
export { lintContent } from './lintContent.ts';
export { newQMatrix, type QMatrix, type QMatrixRow } from './qMatrix.ts';
export type { DeviceKind, InputKind, Place, Requirements } from './requirements.ts';
export { type UdlCoverage, type UdlOptions, udlCoverage } from './udlCoverage.ts';
