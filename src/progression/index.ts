export { decideProgression, type ProgressionOptions } from './decideProgression.ts';
export type {
  CompetencyDecision,
  Decision,
  DecisionStatus,
  Progression,
  Reason,
  Rule,
  RuleContext,
} from './progression.ts';
export { type MasteryThresholdOptions, masteryThreshold } from './rules/masteryThreshold.ts';
