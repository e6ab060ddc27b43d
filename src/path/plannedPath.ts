import type { ObjectiveValue, Path } from './path.ts';

/** A path by `planPath`: its `cost` is the sum over objectives of weight (1 - value). */
export interface PlannedPath extends Path {
  /** No order of these units can cost less. */
  readonly lowerBound: number;
  /** How far the cost can be above the least, relative to the cost: (cost - lowerBound) / cost; 0 when the proof is 'optimal'. */
  readonly gap: number;
  readonly objectives: readonly ObjectiveValue[];
  /** Whether no better choice of units exists or merely none was found; the choice is made first, whatever order it allows. */
  readonly selectionProof: 'optimal' | 'heuristic';
  /** Minutes of the path at the learner's pace; null when a unit has none. */
  readonly minutes: number | null;
  /** Goals that the path reaches, those already mastered included, and those it does not. */
  readonly reached: readonly string[];
  readonly missed: readonly string[];
}
