import type { Evidence } from '../evidence/evidence.ts';
import { evidenceLog } from '../evidence/evidenceLog.ts';
import { checkStrategy } from '../math/checkStrategy.ts';
import type { TracingModel } from '../tracing/tracingModel.ts';
import { estimatorFrom, type MasteryScale } from './estimatorFrom.ts';
import type { Mastery, MasteryEstimator } from './mastery.ts';

/** Options of {@link estimateMastery}. */
export interface MasteryOptions {
  /** An estimator such as `irt({ items, qMatrix })`, a tracing model such as `bkt({ ... })`, or a scale such as `decayingAverage`. */
  readonly by: MasteryEstimator | TracingModel | MasteryScale;
  /** What time it is, epoch ms, for estimators that look at time, such as `retained`. */
  readonly now?: number;
  /** The learner, needed only when the log is empty. */
  readonly learnerId?: string;
}

/**
 * Estimates what one learner masters, competency by competency.
 *
 * @param log one learner's evidence in any order; split a class with `byLearner`
 * @param options the estimator
 * @returns an estimate per competency the estimator knows of; a competency without usable evidence is `unknown`, never 0.
 * Evidence that entered no estimate is listed with its reason
 * @throws TypeError or RangeError for evidence of the wrong shape, evidence of more than one learner, or an empty log
 * without `learnerId`
 * @remarks A tracing model starts from nothing and takes the scored evidence in time order; what it keeps between calls is a matter of
 * `recordEvidence`. A scale has no uncertainty of its own: `sd` is that of a share seen in as many answers, Beta(1 + n value, 1 + n (1 - value)), and
 * intervals of both are those of the Beta distribution with this mean and deviation (our choice).
 * @example
 * import { estimateMastery, irt } from 'tutelage/mastery';
 *
 * const items = [-1, 0, 1].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }) as const);
 * const qMatrix = items.map(({ id }) => ({ itemId: id, competencyIds: ['fractions'] }));
 * const log = items.map(({ id }, k) => ({
 *   id: `e${k}`, learnerId: 'ana', at: k, itemId: id, competencies: [{ id: 'fractions' }], score: 1, source: 'quiz',
 * }) as const);
 * const [fractions] = estimateMastery(log, { by: irt({ items, qMatrix }) }).estimates;
 * fractions!.value; // => 0.68
 * fractions!.interval; // => [0.42, 0.89]
 * fractions!.n; // => 3
 */
export function estimateMastery(log: readonly Evidence[], options: MasteryOptions): Mastery {
  const { entries } = evidenceLog(log);
  const learners = new Set(entries.map(({ learnerId }) => learnerId));
  if (options.learnerId !== undefined) learners.add(options.learnerId);
  const [learnerId] = learners;
  if (learnerId === undefined) {
    throw new RangeError('estimateMastery: the log is empty, so whose mastery is asked? Pass learnerId');
  }
  if (learners.size > 1) {
    throw new RangeError(
      `estimateMastery: the log speaks of ${learners.size} learners ("${[...learners].slice(0, 2).join('", "')}" ...), expected one; split it with byLearner`,
    );
  }
  const { by } = options;
  if (typeof by !== 'function') checkStrategy('estimateMastery', 'options.by', by, 'estimate', 'irt({ ... })');
  const isEstimator = typeof by !== 'function' && !('update' in by);
  const estimator = isEstimator ? by : estimatorFrom(by);
  const { estimates, unused } = estimator.estimate(entries, options.now);
  return { learnerId, by: estimator.name, estimates, unused };
}
