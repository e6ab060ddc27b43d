export { type ChenRequest, chen2008, type PretestAnswer } from './chen2008.ts';
export { conceptRelation, type RelationOptions, words } from './conceptRelation.ts';
export { evaluateOrder, type OrderRequest } from './evaluateOrder.ts';
export { abilityMatch } from './fitness/abilityMatch.ts';
export { ascending } from './fitness/ascending.ts';
export type { DifficultyTerm, FollowingTerm, PositionTerm } from './fitness/difficultyTerm.ts';
export { smooth } from './fitness/smooth.ts';
export type { ObjectiveOptions } from './objective.ts';
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
export type { LeftOutUnit, ObjectiveValue, Path, PathStep, Unit } from './path.ts';
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
export type { GoalWorth, PrerequisiteGroup } from './selection/selection.ts';
