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
export { type CalibrateOptions, calibrate } from './calibration/calibrate.ts';
export type { Calibration, CalibrationErrors, ExcludedItem } from './calibration/calibration.ts';
export type { Answer, FourPlItem, Item, RaschItem, ThreePlItem, TwoPlItem } from './item.ts';
export { fourPl } from './models/fourPl.ts';
export { rasch } from './models/rasch.ts';
export { threePl } from './models/threePl.ts';
export { twoPl } from './models/twoPl.ts';
export { information, probabilities } from './probabilities.ts';
export { type ResponseMatrix, responseMatrix } from './responseMatrix.ts';
export type { ResponseModel } from './responseModel.ts';
