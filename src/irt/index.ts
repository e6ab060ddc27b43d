export type {
  AbilityEstimate,
  AbilityMethod,
  AnsweredItems,
  AnswerTable,
  Population,
} from './ability/abilityMethod.ts';
export { type EapOptions, eap } from './ability/eap.ts';
export { estimateAbilities } from './ability/estimateAbilities.ts';
export { type AbilityOptions, estimateAbility, estimateAbilityWith } from './ability/estimateAbility.ts';
export { type MapOptions, map } from './ability/map.ts';
export type { InformationKind } from './ability/maximiseAbility.ts';
export { type MlOptions, ml } from './ability/ml.ts';
export {
  type RunningPosterior,
  readPosterior,
  startPosterior,
  updatePosterior,
  updatePosteriorWith,
} from './ability/runningPosterior.ts';
export { type WleOptions, wle } from './ability/wle.ts';
export { calibrate } from './calibration/calibrate.ts';
export type { CalibrateOptions } from './calibration/calibrateOptions.ts';
export type { Calibration, CalibrationErrors, ExcludedItem, ItemParameters } from './calibration/calibration.ts';
export { type CountOptions, type Counts, expectedCounts } from './calibration/expectedCounts.ts';
export { maximise } from './calibration/maximise.ts';
export { mergeCounts } from './calibration/mergeCounts.ts';
export { betaPrior } from './calibration/priors/betaPrior.ts';
export { logitNormalPrior } from './calibration/priors/logitNormalPrior.ts';
export { lognormalPrior } from './calibration/priors/lognormalPrior.ts';
export { normalPrior } from './calibration/priors/normalPrior.ts';
export type { Prior, Priors } from './calibration/priors/prior.ts';
export type {
  Answer,
  FourPlItem,
  GpcmItem,
  GradedItem,
  Item,
  NominalItem,
  PcmItem,
  RaschItem,
  RatingItem,
  ThreePlItem,
  TwoPlItem,
} from './item.ts';
export { fourPl } from './models/fourPl.ts';
export { gpcm } from './models/gpcm.ts';
export { graded } from './models/graded.ts';
export { nominal } from './models/nominal.ts';
export { pcm } from './models/pcm.ts';
export { rasch } from './models/rasch.ts';
export { rating } from './models/rating.ts';
export { threePl } from './models/threePl.ts';
export { twoPl } from './models/twoPl.ts';
export { information, probabilities } from './probabilities.ts';
export { type ResponseMatrix, responseMatrix } from './responseMatrix.ts';
export type { ResponseModel } from './responseModel.ts';
