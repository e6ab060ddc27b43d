export { abilityInterval } from '../ability/abilityInterval.ts';
export { type LikelihoodProfile, likelihoodProfile } from '../ability/likelihoodProfile.ts';
export { type PlausibleValuesOptions, plausibleValues } from '../ability/plausibleValues.ts';
export { type SumScoreRow, sumScoreTable } from '../ability/sumScoreTable.ts';
export { type AndersenOptions, type AndersenTest, andersenTest } from '../calibration/conditional/andersenTest.ts';
export { type ConditionalOptions, calibrateConditional } from '../calibration/conditional/calibrateConditional.ts';
export { calibrateJoint, type JointOptions } from '../calibration/conditional/calibrateJoint.ts';
export type { ConditionalCalibration } from '../calibration/conditional/conditionalCalibration.ts';
export type { CalibrationOf, ConditionalModel } from '../calibration/conditional/fitConditional.ts';
export type { DifOptions } from '../dif/difGroups.ts';
export { type LikelihoodRatioDif, type LikelihoodRatioDifItem, likelihoodRatioDif } from '../dif/likelihoodRatioDif.ts';
export { type LogisticDifItem, logisticDif } from '../dif/logisticDif.ts';
export { type DifAnalysis, type MantelHaenszelItem, mantelHaenszelDif } from '../dif/mantelHaenszelDif.ts';
export { type ClassicalItem, type ClassicalStatistics, classicalStatistics } from '../fit/classicalStatistics.ts';
export type { ModelFitOptions } from '../fit/completeTest.ts';
export { type DistractorItem, type DistractorOption, distractorTable } from '../fit/distractorTable.ts';
export { type InfitOutfit, infitOutfit, type MeanSquares } from '../fit/infitOutfit.ts';
export {
  type ItemCurveOptions,
  type ItemCurves,
  itemCurves,
  type ObservedGroup,
  type ObservedShare,
} from '../fit/itemCurves.ts';
export { type FitCell, type ItemFit, type ItemFitOptions, itemFit } from '../fit/itemFit.ts';
export { type LikelihoodRatioTest, likelihoodRatioTest, type NestedFit } from '../fit/likelihoodRatioTest.ts';
export { type LimitedInformationFit, limitedInformationFit } from '../fit/limitedInformationFit.ts';
export { type PersonFit, personFit } from '../fit/personFit.ts';
export { type Reliability, type ReliabilityOptions, reliability } from '../fit/reliability.ts';
export { type ResidualCorrelations, residualCorrelations } from '../fit/residualCorrelations.ts';
export { type TestPoint, testInformation } from '../fit/testInformation.ts';
export { type WrightBin, type WrightItem, type WrightMap, wrightMap } from '../fit/wrightMap.ts';
export { assembleForm, type ContentCount, type FormOptions, type TestForm } from '../forms/assembleForm.ts';
export type { CurveLinkOptions } from '../linking/curveMethod.ts';
export { haebara } from '../linking/haebara.ts';
export type { ItemDrift } from '../linking/itemDrift.ts';
export type { CommonItem, FoundLink, LinkingMethod } from '../linking/linkingMethod.ts';
export { type DriftOptions, type LinkOptions, linkScales, type ScaleLink } from '../linking/linkScales.ts';
export { meanMean } from '../linking/meanMean.ts';
export { meanSigma } from '../linking/meanSigma.ts';
export { stockingLord } from '../linking/stockingLord.ts';
export { type LinearScale, transformItems } from '../linking/transformItems.ts';
export { fromNamedParameters, type NamedParameters, toNamedParameters } from '../metric/namedParameters.ts';
export {
  fromReportingScale,
  type ReportingScale,
  type ScaledScore,
  toReportingScale,
} from '../metric/reportingScale.ts';
export { fromSlopeIntercept, type SlopeIntercept, toSlopeIntercept } from '../metric/slopeIntercept.ts';
export { toLogisticMetric, toNormalMetric } from '../metric/toLogisticMetric.ts';
export { fromOdds, toOdds } from '../metric/toOdds.ts';
export type {
  AbilityVector,
  AbilityVectorMethod,
  AnsweredDimensions,
  MultivariatePopulation,
} from '../multidimensional/abilityVector.ts';
export { type AbilityVectorOptions, estimateAbilityVector } from '../multidimensional/estimateAbilityVector.ts';
export type { MultidimensionalItem } from '../multidimensional/multidimensionalItem.ts';
export { vectorEap } from '../multidimensional/vectorEap.ts';
export { vectorMap } from '../multidimensional/vectorMap.ts';
export { type AnswerDesign, type SimulateAnswersOptions, simulateAnswers } from '../simulateAnswers.ts';
export { type AngoffCut, angoffCut } from '../standards/angoffCut.ts';
export { type BookletPage, type BookmarkCut, type BookmarkOptions, bookmarkCut } from '../standards/bookmarkCut.ts';
export type { Classification } from '../standards/classification.ts';
export { type AbilityClassification, classifyByAbility } from '../standards/classifyByAbility.ts';
export { classifyByScore, type ScoreClassificationOptions } from '../standards/classifyByScore.ts';
export type { JudgeSpread } from '../standards/spreadOf.ts';
