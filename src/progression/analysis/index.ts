export { chooseThreshold, type ThresholdChoice } from '../chooseThreshold.ts';
export {
  type CreditTranscript,
  creditTranscript,
  type EarnedCredit,
  type TranscriptOptions,
} from '../creditTranscript.ts';
export { decideLevels, type Level, type LevelDecision } from '../decideLevels.ts';
export { evidenceOpportunities, type Opportunity } from '../evidenceOpportunities.ts';
export { explainDecision } from '../explainDecision.ts';
export { forecastGoal, type GoalForecast, type GoalWork } from '../goals/forecastGoal.ts';
export { type IntraclassCorrelation, intraclassCorrelation } from '../judgement/intraclassCorrelation.ts';
export {
  type Rubric,
  type RubricCriterion,
  type RubricRating,
  type RubricScore,
  scoreRubric,
} from '../judgement/scoreRubric.ts';
export { type KappaWeights, weightedKappa } from '../judgement/weightedKappa.ts';
export { type KhanLevel, type KhanWork, khanLevel } from '../khanLevel.ts';
export { type CompetencyPointsOptions, competencyPoints } from '../rules/competencyPoints.ts';
export { type ConfirmedLaterOptions, confirmedLater } from '../rules/confirmedLater.ts';
export { everyPart } from '../rules/everyPart.ts';
export { not } from '../rules/not.ts';
export { prerequisitesMet } from '../rules/prerequisitesMet.ts';
export { meanOfBest } from '../scales/meanOfBest.ts';
export { medianOfLast } from '../scales/medianOfLast.ts';
export {
  type CriterionCosts,
  type CriterionOutcome,
  type SimulatedLearners,
  simulateCriterion,
} from '../simulateCriterion.ts';
export { type PracticeState, type PracticeStop, stopPractice } from '../stopPractice.ts';
export { type WheelSpinningOptions, wheelSpinning } from '../wheelSpinning.ts';
