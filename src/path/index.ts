export { type AlternativesOptions, alternatives } from './alternatives.ts';
export { applyChoice } from './applyChoice.ts';
export { type ChenRequest, chen2008, type PretestAnswer } from './chen2008.ts';
export type { Choice } from './choice.ts';
export { conceptRelation, type RelationOptions, words } from './conceptRelation.ts';
export { evaluateOrder, type OrderRequest } from './evaluateOrder.ts';
export { explainPath, type MasteredAt } from './explainPath.ts';
export { abilityMatch } from './fitness/abilityMatch.ts';
export { ascending } from './fitness/ascending.ts';
export type { DifficultyTerm, FollowingTerm, PositionTerm } from './fitness/difficultyTerm.ts';
export { smooth } from './fitness/smooth.ts';
export type { ObjectiveOptions, Terms } from './objective.ts';
export { type ChallengeOptions, challenge } from './objectives/challenge.ts';
export { continuity } from './objectives/continuity.ts';
export { difficultyFit } from './objectives/difficultyFit.ts';
export { goalCoverage } from './objectives/goalCoverage.ts';
export type {
  ObjectiveContext,
  ObjectiveTerms,
  PathObjective,
  WeightedObjective,
} from './objectives/pathObjective.ts';
export { preference } from './objectives/preference.ts';
export { quickWins } from './objectives/quickWins.ts';
export { variety } from './objectives/variety.ts';
export { type ParetoOptions, paretoPaths } from './paretoPaths.ts';
export type { LeftOutUnit, ObjectiveValue, Path, PathStep, Unit } from './path.ts';
export { type PathLink, type PathMap, type PathStop, pathMap } from './pathMap.ts';
export { type PathMermaidOptions, pathMermaid } from './pathMermaid.ts';
export type { PathProblem } from './pathProblem.ts';
export type { PlannedPath } from './plannedPath.ts';
export type { OrderProblem, PlannedOrder, Planner } from './planner.ts';
export { exact } from './planners/exact.ts';
export { genetic } from './planners/genetic.ts';
export type { GeneticOptions } from './planners/geneticOrder.ts';
export { greedy } from './planners/greedy.ts';
export { type MemeticOptions, memetic } from './planners/memetic.ts';
export { topological } from './planners/topological.ts';
export { type PlanOptions, planPath } from './planPath.ts';
export { type NewEvidence, type PathChange, type Replanned, type ReplanOptions, replan } from './replan.ts';
export type { GoalWorth, PrerequisiteGroup } from './selection/selection.ts';
export { type OrderingProblem, type SolvedOrder, solveOrder } from './solveOrder.ts';
export { type DifficultyVote, type VotedDifficulty, votedDifficulties } from './votedDifficulties.ts';
