import type { Prerequisite } from '../competency/competencyGraph.ts';
import type { ObjectiveOptions } from './objective.ts';
import type { WeightedObjective } from './objectives/pathObjective.ts';
import type { Unit } from './path.ts';
import type { GoalWorth, PrerequisiteGroup } from './selection/selection.ts';

/** What a path is to be planned from. */
export interface PathProblem extends ObjectiveOptions {
  readonly units: readonly Unit[];
  /** Pairs [before, after] of competencies, and groups of which any one or any k will do. */
  readonly prerequisites?: readonly (Prerequisite | PrerequisiteGroup)[];
  /** Competencies that need no teaching; units that teach nothing else are left out. */
  readonly mastered?: readonly string[];
  /** Competencies to reach, with all they require; everything when absent. */
  readonly goals?: readonly string[];
  /** What goals are worth to each other where minutes do not suffice for all; 1 each when absent. */
  readonly worth?: readonly GoalWorth[];
  /** The learner's ability in logits; given, the objective `challenge` counts half unless `objectives` names it. */
  readonly theta?: number;
  /** Most minutes of the whole path, above 0; any when absent. */
  readonly minutes?: number;
  /** Multiplies the minutes of every unit; 1 when absent. */
  readonly pace?: number;
  /** Whether a competency is learned by all units that teach it (the default) or by one of them. */
  readonly teachers?: 'all' | 'one';
  /** Units that cannot be done, as `feasibleActivities` lists them in `rejected`; ids of no unit are ignored. */
  readonly infeasible?: readonly { readonly id: string; readonly reasons?: readonly { readonly text: string }[] }[];
  /** How much units are liked, in [0, 1]; 0.5 when nothing is said. Liked ones come earlier, and are chosen between equals. */
  readonly preferences?: readonly { readonly unitId: string; readonly value: number }[];
  /** What preferences weigh, in [0, 0.2]; 0.1 when absent. */
  readonly preferenceWeight?: number;
  /** Units already begun: they come first, after what they require themselves. */
  readonly begun?: readonly string[];
  /** Units that have to be on the path in this position, 0 the first. */
  readonly locked?: readonly { readonly unitId: string; readonly position: number }[];
  /** Units that have to be finished when this many minutes of the path have passed, if they are on it. */
  readonly deadlines?: readonly { readonly unitId: string; readonly minutes: number }[];
  /** Objectives beside continuity and difficulty fit. */
  readonly objectives?: readonly WeightedObjective[];
}
