export type { ForgettingModel, MemoryState, RecallGrade } from './forgettingModel.ts';
export { type FsrsOptions, type FsrsState, fsrs } from './models/fsrs.ts';
