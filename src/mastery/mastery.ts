import type { Evidence } from '../evidence/evidence.ts';

/** What the evidence says about one competency of one learner. */
export interface MasteryEstimate {
  readonly competencyId: string;
  /** `unknown`: no evidence the model could use, which is not the same as low. */
  readonly status: 'estimated' | 'unknown';
  /** Expected share of the competency's content the learner masters, in [0, 1]; null when unknown. */
  readonly value: number | null;
  /** Standard deviation of that share given the evidence; null when unknown. */
  readonly sd: number | null;
  /** Central interval of the share at `level`; null when unknown. */
  readonly interval: readonly [lower: number, upper: number] | null;
  /** Credibility of the interval, 0.9 unless asked otherwise. */
  readonly level: number;
  /** Number of answers or ratings the estimate rests on. */
  readonly n: number;
  readonly evidenceIds: readonly string[];
  /** Time of the latest dated evidence, epoch ms; null when none is dated. */
  readonly lastAt: number | null;
  /** The ability behind it on the logit scale, for models that have one. */
  readonly ability?: { readonly theta: number; readonly se: number };
  /** What is left of it in memory, for estimators that look at time: a second axis, which never changes `value`. */
  readonly retention?: Retention;
}

/** How much of what was mastered can be recalled. */
export interface Retention {
  /** Probability of recall now, in [0, 1]. */
  readonly retrievability: number;
  /** Value times retrievability: what to expect of an answer now. */
  readonly effective: number;
  /** Days since the latest evidence. */
  readonly elapsedDays: number;
  /** Days from now until the forgetting model asks for a review; 0 or less when it is due. */
  readonly dueInDays: number;
  /** What the latest answer started from: the value as it was, and what was left of it; absent when there was one answer only. */
  readonly before?: { readonly value: number; readonly faded: number };
}

/** Evidence that did not enter an estimate, and why. */
export interface UnusedEvidence {
  readonly evidenceId: string;
  /**
   * `noItem`: it belongs to no item; `itemUnknown`: the item is not among those asked for; `itemNotCalibrated`: it is, but has
   * no parameters; `ungraded`: it has no score; `notDichotomous`: neither right nor wrong, nor one of the item's
   * categories;
   * `otherAttempt`: another attempt at the same item counts; `noCompetency`: it is about no competency.
   */
  readonly reason:
    | 'noItem'
    | 'itemUnknown'
    | 'itemNotCalibrated'
    | 'ungraded'
    | 'notDichotomous'
    | 'otherAttempt'
    | 'noCompetency';
}

/** What is known about one learner, competency by competency. */
export interface Mastery {
  readonly learnerId: string;
  /** The estimator's name. */
  readonly by: string;
  readonly estimates: readonly MasteryEstimate[];
  /** Nothing is dropped in silence: every entry of the log is in an estimate or here. */
  readonly unused: readonly UnusedEvidence[];
}

/** A way to estimate mastery: a value such as `irt({ ... })`. */
export interface MasteryEstimator {
  readonly name: string;
  /** `log` is one learner's evidence in time order; `now` the present time in epoch ms, where the caller said it. */
  estimate(
    log: readonly Evidence[],
    now?: number,
  ): {
    readonly estimates: readonly MasteryEstimate[];
    readonly unused: readonly UnusedEvidence[];
  };
}
