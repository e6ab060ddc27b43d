/** What was last known of one competency, by reference to the evidence. */
export interface CompetencyRecord {
  readonly competencyId: string;
  /** Share mastered, in [0, 1]; null when unknown. */
  readonly value: number | null;
  readonly sd: number | null;
  /** Answers or ratings it rests on. */
  readonly n: number;
  /** Epoch ms of the latest evidence; null when none is dated. */
  readonly lastAt: number | null;
  /** The estimator's name. */
  readonly by: string;
}

/** A score on a scale of motivation, habit or attitude. */
export interface ScaleScore {
  readonly scale: string;
  /** Per cent of the maximum possible, 0 to 100. */
  readonly score: number;
  readonly se?: number;
  /** Epoch ms. */
  readonly at: number;
}

/** How well a learner's confidence matches the results. */
export interface ConfidenceCalibration {
  /** Mean confidence less mean score, in [-1, 1]; above 0 is over-confident. */
  readonly bias: number;
  /** Ratings it rests on. */
  readonly n: number;
}

/** How fast a learner works, measured. */
export interface Pace {
  /** Minutes taken over minutes expected, above 0; 1 is typical. */
  readonly multiplier: number;
  readonly sd?: number;
  /** Activities it rests on. */
  readonly n: number;
}
