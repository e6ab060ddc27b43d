export { areaUnderCurve } from './accuracy/areaUnderCurve.ts';
export { type CalibrationBin, type CalibrationCurve, calibrationCurve } from './accuracy/calibrationCurve.ts';
export { logLoss } from './accuracy/logLoss.ts';
export { rootMeanSquareError } from './accuracy/rootMeanSquareError.ts';
export {
  type AnswerSequence,
  type BktCounts,
  type BktParameters,
  bktCounts,
  mergeBktCounts,
} from './fitting/bktCounts.ts';
export {
  type BktBounds,
  type BktFit,
  type BktStart,
  type BktWarning,
  type FitBktOptions,
  fitBkt,
  maximiseBkt,
} from './fitting/fitBkt.ts';
export { type BetaBinomialOptions, type BetaBinomialState, betaBinomial } from './models/betaBinomial.ts';
export { type BktOptions, type BktState, bkt } from './models/bkt.ts';
export { type PredictedAnswers, predictAnswers } from './predictAnswers.ts';
export type { TracingModel } from './tracingModel.ts';
