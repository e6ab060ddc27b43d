import { check, checkShare } from '../math/check.ts';

/** How well something once mastered is still there. */
export type RetentionStatus = 'mastered' | 'fading' | 'needsReview';

/** Options of {@link retentionStatus}: retrievabilities in (0, 1]. */
export interface RetentionLimits {
  /** Below it memory counts as fading; 0.9 when absent. */
  readonly fading?: number;
  /** Below it a review is needed; 0.7 when absent; not above `fading`. */
  readonly review?: number;
}

/**
 * What a retrievability means for something that was mastered: mastered, then fading, then in need of review.
 *
 * The two limits are our choice. With FSRS-6 the first is reached after the stability in days, the second after 9.3 times as many.
 *
 * @param retrievability probability of recall now, in [0, 1], from a forgetting model
 * @param limits of the two steps
 * @returns the status
 * @throws RangeError for a retrievability outside [0, 1] or limits out of order
 * @example
 * import { fsrs, retentionStatus } from 'tutelage/memory';
 *
 * const memory = fsrs();
 * const learnt = memory.init(3); // stability 2.3 days
 * [1, 7, 60].map((days) => retentionStatus(memory.retrievability(learnt, days))); // => ['mastered', 'fading', 'needsReview']
 */
export function retentionStatus(retrievability: number, limits: RetentionLimits = {}): RetentionStatus {
  const { fading = 0.9, review = 0.7 } = limits;
  checkShare('retentionStatus', 'retrievability', retrievability);
  check(review > 0 && review <= 1, 'retentionStatus', 'review', review, 'a number in (0, 1]');
  check(fading >= review && fading <= 1, 'retentionStatus', 'fading', fading, 'a number from review to 1');
  if (retrievability >= fading) return 'mastered';
  return retrievability >= review ? 'fading' : 'needsReview';
}
