export { type Activity, activity } from './activity.ts';
export { type QMatrix, type QMatrixRow, qMatrix } from './qMatrix.ts';
