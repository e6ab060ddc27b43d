import type { Terms } from '../objective.ts';
import type { Unit } from '../path.ts';

/** What an objective can look at: the units on the path, numbered as listed here. */
export interface ObjectiveContext {
  readonly units: readonly Unit[];
  /** Continuity and difficulty fit of neighbours. */
  readonly terms: Terms;
  /** Competencies to reach; null when all. */
  readonly goals: ReadonlySet<string> | null;
  /** Ability in logits; null when unknown. */
  readonly theta: number | null;
  /** How much each unit is liked, in [0, 1]; 0.5 when nothing is known. */
  readonly liked: readonly number[];
}

/** What an objective says of an order, of its neighbours or its positions: values in [0, 1], 1 is best; their mean counts. */
export type ObjectiveTerms =
  | {
      /** Of unit `j` right after unit `i`. */
      pair(i: number, j: number): number;
    }
  | {
      /** Of unit `j` in position `k`, 0 the first. */
      place(j: number, k: number): number;
    };

/** Something an order can be good at, as a value such as `variety()`. A further one is an object of this shape. */
export interface PathObjective {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** @throws RangeError when units lack what it looks at; `where` is the function whose name the error begins with */
  prepare(where: string, context: ObjectiveContext): ObjectiveTerms;
}

/** An objective and how much it counts beside the others. */
export interface WeightedObjective {
  readonly objective: PathObjective;
  /** 0 or more; continuity and difficulty fit together weigh 1. */
  readonly weight: number;
}
