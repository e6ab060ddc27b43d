import type { Stated } from './provenance.ts';

/** A score on a scale of motivation, habit or attitude. */
export interface ScaleScore extends Stated {
  readonly scale: string;
  /** Per cent of the maximum possible, 0 to 100. */
  readonly score: number;
  /** Standard error, in the same per cent. */
  readonly se?: number;
  /** Epoch ms. */
  readonly at: number;
}

/** How well a learner's confidence matches the results. */
export interface ConfidenceCalibration {
  /** Mean confidence less mean score, in [-1, 1]; above 0 is over-confident. */
  readonly bias: number;
  /** Rated answers it rests on. */
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

/** How much evidence there is, by reference: the evidence itself is kept in a log. */
export interface History {
  /** Pieces of evidence recorded. */
  readonly n: number;
  /** Epoch ms of the first and the last of them; null when none is dated. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  /** Id of the last of them in the order of the log. */
  readonly lastId?: string;
  /** Evidence worth pointing to, such as a portfolio. Kept by you: recording evidence does not touch it. */
  readonly evidenceIds?: readonly string[];
}
