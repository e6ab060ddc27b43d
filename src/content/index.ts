export { type Activity, newActivity } from './activity.ts';
export { newQMatrix, type QMatrix, type QMatrixRow } from './qMatrix.ts';
