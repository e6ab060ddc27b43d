export { areaUnderCurve } from '../accuracy/areaUnderCurve.ts';
export { type CalibrationBin, type CalibrationCurve, calibrationCurve } from '../accuracy/calibrationCurve.ts';
export {
  type Accuracy,
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
} from '../accuracy/crossValidate.ts';
export { logLoss } from '../accuracy/logLoss.ts';
export { rootMeanSquareError } from '../accuracy/rootMeanSquareError.ts';
export { type BktCounts, bktCounts, mergeBktCounts } from '../fitting/bktCounts.ts';
export type { LogisticFitOptions } from '../fitting/countedRows.ts';
export { type AfmFit, type FitAfmOptions, fitAfm } from '../fitting/fitAfm.ts';
export { type BlimFit, type FitBlimOptions, fitBlim } from '../fitting/fitBlim.ts';
export { type DinaFit, type FitDinaOptions, fitDina } from '../fitting/fitDina.ts';
export type { AnswerRows, StateFit, StateFitOptions } from '../fitting/fitIdealResponses.ts';
export { type FitPfaOptions, fitPfa, type LogisticFit, type PfaFit } from '../fitting/fitPfa.ts';
export { maximiseBkt } from '../fitting/maximiseBkt.ts';
export { type EloReplay, type ReplayEloOptions, type ReplayedAnswer, replayElo } from '../fitting/replayElo.ts';
export { type LearnerAnswers, type PredictedAnswers, predictAnswers } from '../predictAnswers.ts';
export { type Fringes, fringes } from '../spaces/fringes.ts';
export { halfSplit } from '../spaces/halfSplit.ts';
export { isLearningSpace } from '../spaces/isLearningSpace.ts';
export { knowledgeStates } from '../spaces/knowledgeStates.ts';
export type { TracedAnswer } from '../tracedAnswer.ts';
