/** A piece of a course that can be put into an order: a lesson, a text, a set of exercises. */
export interface Unit {
  readonly id: string;
  /** Competencies it teaches; the unit's own id when absent. */
  readonly teaches?: readonly string[];
  /** Minutes it takes a typical learner, above 0. */
  readonly minutes?: number;
  /** Difficulty in logits. */
  readonly difficulty?: number;
  /** What it is about: the source of concept relations. */
  readonly text?: string;
  /** What it is about, in a word; what it teaches first when absent. */
  readonly theme?: string;
  /** How it is presented: 'video', 'exercise', ... */
  readonly modality?: string;
  /** Items that test it; the unit's own id when absent. */
  readonly items?: readonly string[];
}

/** One step of a path and what it adds to the objective. */
export interface PathStep {
  readonly unitId: string;
  readonly minutes: number | null;
  readonly difficulty: number | null;
  /** Concept relation with the unit before, in [0, 1]; null for the first step. */
  readonly continuity: number | null;
  /** How well the difficulty follows from the unit before, or suits the position, in [0, 1]; null for the first step where it follows. */
  readonly difficultyFit: number | null;
}

/** A unit that was given but is not on the path, and why. */
export interface LeftOutUnit {
  readonly unitId: string;
  readonly reason: 'mastered' | 'noGoal' | 'answeredRight' | 'notAsked' | 'notChosen' | 'budget' | 'infeasible';
  /** With reason 'budget': minutes of a path that would have room for it. */
  readonly budget?: number;
  /** With reason 'infeasible': why. */
  readonly text?: string;
}

/** What one objective says of a path. */
export interface ObjectiveValue {
  readonly name: string;
  /** Share of the cost that this objective decides; the shares of all sum to 1. */
  readonly weight: number;
  /** In [0, 1], 1 is best. */
  readonly value: number;
}

/** Units in an order, with what the order is worth. */
export interface Path {
  readonly order: readonly string[];
  /** Mean over neighbours of 1 - [(1 - w) continuity + w difficultyFit], in [0, 1]; lower is better, 0 for fewer than two units. */
  readonly cost: number;
  /** Means over neighbours; 1 for fewer than two units. */
  readonly terms: { readonly continuity: number; readonly difficultyFit: number };
  /** The weight w of difficulty. */
  readonly weight: number;
  readonly steps: readonly PathStep[];
  /** One sentence per step. */
  readonly explain: readonly string[];
  /** Whether the order is known to be the best one or merely the best one found. */
  readonly proof: 'optimal' | 'heuristic';
  /** No order of these units can cost less; `chen2008` does not compute it. */
  readonly lowerBound?: number;
  /** The rest is told by `planPath` only: see `PlannedPath`. */
  readonly gap?: number;
  readonly objectives?: readonly ObjectiveValue[];
  readonly selectionProof?: 'optimal' | 'heuristic';
  readonly minutes?: number | null;
  readonly reached?: readonly string[];
  readonly missed?: readonly string[];
  /** The planner's name. */
  readonly planner: string;
  /** Orders (or, in a local search, changes of an order) that were tried. */
  readonly evaluations: number;
  readonly seed: number;
  readonly leftOut: readonly LeftOutUnit[];
}
