export { type ElapsedDaysOptions, elapsedDays } from './elapsedDays.ts';
export type { ForgettingModel, MemoryState, RecallGrade } from './forgettingModel.ts';
export { type FsrsOptions, type FsrsState, fsrs } from './models/fsrs.ts';
export { type HalfLifeOptions, type HalfLifeState, halfLife } from './models/halfLife.ts';
export { type LeitnerOptions, type LeitnerState, leitner } from './models/leitner.ts';
export { type RetentionLimits, type RetentionStatus, retentionStatus } from './retentionStatus.ts';
