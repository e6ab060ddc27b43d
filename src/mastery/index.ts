export { answerMatrix } from './answerMatrix.ts';
export { type IrtOptions, irt } from './by/irt.ts';
export type { Attempt } from './chooseAnswers.ts';
export { estimateMastery, type MasteryOptions } from './estimateMastery.ts';
export type { Mastery, MasteryEstimate, MasteryEstimator, UnusedEvidence } from './mastery.ts';
export { probabilityAbove } from './probabilityAbove.ts';
export { type RecordOptions, recordEvidence } from './recordEvidence.ts';
export { withMastery } from './withMastery.ts';
