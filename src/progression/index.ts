export { decideProgression, type ProgressionOptions } from './decideProgression.ts';
export { overrideInForce } from './overrideInForce.ts';
export type {
  CompetencyDecision,
  Decision,
  DecisionStatus,
  Override,
  Progression,
  Reason,
  Rule,
  RuleContext,
} from './progression.ts';
export { allOf } from './rules/allOf.ts';
export { anyOf } from './rules/anyOf.ts';
export { type EnoughEvidenceOptions, enoughEvidence } from './rules/enoughEvidence.ts';
export { type EstimateAtLeastOptions, estimateAtLeast } from './rules/estimateAtLeast.ts';
export { kOf } from './rules/kOf.ts';
export { type LearningPointsOptions, learningPoints } from './rules/learningPoints.ts';
export { type MasteryThresholdOptions, masteryThreshold } from './rules/masteryThreshold.ts';
export { type MOfKOptions, mOfK } from './rules/mOfK.ts';
export { type MovingAverageOptions, movingAverage } from './rules/movingAverage.ts';
export { type NInARowOptions, nInARow } from './rules/nInARow.ts';
export type { CountingOptions } from './rules/reaching.ts';
export { type ScaleAtLeastOptions, scaleAtLeast } from './rules/scaleAtLeast.ts';
export { average } from './scales/average.ts';
export { decayingAverage } from './scales/decayingAverage.ts';
export type { Scores } from './scales/givenScores.ts';
export { highest } from './scales/highest.ts';
export { latest } from './scales/latest.ts';
export { mode } from './scales/mode.ts';
export { type NMasteryOptions, nMastery } from './scales/nMastery.ts';
export { type LearningCurveOptions, powerLaw } from './scales/powerLaw.ts';
export { type Rounding, roundScore } from './scales/roundScore.ts';
export { trueScore } from './scales/trueScore.ts';
export { weightedAverage } from './scales/weightedAverage.ts';
