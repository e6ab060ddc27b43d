export type { AccessHazard, Accessibility, AccessMode } from './accessibility.ts';
export { type Activity, type Modality, newActivity } from './activity.ts';
export { newQMatrix, type QMatrix, type QMatrixRow } from './qMatrix.ts';
export type { DeviceKind, InputKind, Place, Requirements } from './requirements.ts';
