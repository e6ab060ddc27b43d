import type { Prerequisite } from '../../competency/competencyGraph.ts';
import type { LeftOutUnit, Unit } from '../path.ts';

/** Alternatives: `target` requires any one, or any `k`, of the competencies listed. */
export type PrerequisiteGroup =
  | { readonly target: string; readonly anyOf: readonly string[] }
  | { readonly target: string; readonly kOf: readonly string[]; readonly k: number };

/** What reaching a goal is worth, 0 or more. */
export interface GoalWorth {
  readonly competencyId: string;
  readonly value: number;
}

/** What units are to be chosen from, and for what. */
export interface SelectionRequest {
  readonly units: readonly Unit[];
  /** Pairs [before, after] of competencies, and groups. */
  readonly prerequisites?: readonly (Prerequisite | PrerequisiteGroup)[];
  /** Competencies that need no teaching. */
  readonly mastered?: readonly string[];
  /** Competencies to reach; all that units teach when absent. */
  readonly goals?: readonly string[];
  /** Most minutes of the whole path, above 0; any when absent. */
  readonly minutes?: number;
  /** A list, so that a competency may have any name; a goal that is not in it is worth 1. */
  readonly worth?: readonly GoalWorth[];
  /** Whether a competency is learned by all units that teach it (the default) or by one of them. */
  readonly teachers?: 'all' | 'one';
  /** Multiplies the minutes of every unit; 1 when absent. */
  readonly pace?: number;
  /** Units that are not feasible here, and why; ids of no unit are ignored. */
  readonly excluded?: ReadonlyMap<string, string>;
  /** Units and how much they are liked, in [0, 1]; 0.5 when absent. Breaks ties. */
  readonly preference?: ReadonlyMap<string, number>;
  /** Units that have to be on the path; what they require is not added for their sake. */
  readonly locked?: ReadonlySet<string>;
  /** Cap on the search for a proof; 200,000 when absent. */
  readonly states?: number;
}

/** A unit that was not selected, and why. */
export interface UnselectedUnit {
  readonly unitId: string;
  readonly reason: Exclude<LeftOutUnit['reason'], 'answeredRight' | 'notAsked'> | 'notChosen' | 'budget' | 'infeasible';
  /**
   * With reason 'budget': minutes of what is selected and of what it still takes for this unit to teach something needed.
   * The least there is, unless that holds further choices (groups, several teachers): then a figure that suffices.
   */
  readonly budget?: number;
  /** With reason 'infeasible': why. */
  readonly text?: string;
}

/** The units of a path, before they are ordered. */
export interface Selection {
  /** Places in `units`, ascending. */
  readonly selected: readonly number[];
  /** Every other unit. */
  readonly leftOut: readonly UnselectedUnit[];
  /** What the order has to keep: the pairs given, and those by which groups were settled. */
  readonly pairs: readonly Prerequisite[];
  /** Whether no better choice of units exists, or merely none was found. */
  readonly selectionProof: 'optimal' | 'heuristic';
  /** Sum over goals reached. */
  readonly worth: number;
  /** No choice of units is worth more; `worth` itself when the proof is 'optimal'. */
  readonly worthBound: number;
  /** Minutes of the units selected, those that have minutes. */
  readonly minutes: number;
  /** Goals that the path reaches, those already mastered included. */
  readonly reached: readonly string[];
  readonly missed: readonly string[];
}
