/** What was last known of one competency, by reference to the evidence. */
export interface CompetencyRecord {
  readonly competencyId: string;
  /** Share mastered or probability of mastery, as the model says, in [0, 1]; null when unknown. */
  readonly value: number | null;
  readonly sd: number | null;
  /** Graded answers or ratings it rests on. */
  readonly n: number;
  /** Evidence that was not graded: counted, and not held to be wrong. */
  readonly ungraded?: number;
  /** Epoch ms of the latest evidence; null when none is dated. */
  readonly lastAt: number | null;
  /** The model's name. */
  readonly by: string;
  /** What the model needs to go on from here. */
  readonly trace?: Trace;
}

/** A model's state after the evidence so far. */
export interface Trace extends Mark {
  /** Earlier states, oldest first, from which late evidence is replayed. */
  readonly checkpoints?: readonly Mark[];
}

/** A model's state after a piece of evidence. */
export interface Mark {
  /** Plain JSON. */
  readonly state: unknown;
  /** Graded evidence that went into it. */
  readonly n: number;
  /** Time and id of the last of it, in the order of the log; null for undated evidence. */
  readonly at: number | null;
  readonly id: string;
}
