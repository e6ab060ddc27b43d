import type { BktBounds } from './bktBounds.ts';
import type { BktCounts, BktParameters } from './bktCounts.ts';

/**
 * The parameters that make expected counts likeliest: the M-step of {@link fitBkt}.
 *
 * @param counts made by `bktCounts`, those of all shards merged
 * @param parameters where the fit stands: what the counts say nothing of stays as it is
 * @param bounds least and greatest values; none when absent
 * @returns fresh parameters within the bounds
 * @example
 * import { bktCounts, maximiseBkt } from 'tutelage/tracing/analysis';
 *
 * const parameters = { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0 };
 * maximiseBkt(bktCounts([[1, 1], [0]], parameters), parameters).prior; // => 0.493
 */
export function maximiseBkt(
  counts: BktCounts,
  parameters: BktParameters,
  bounds: Partial<BktBounds> = {},
): BktParameters {
  const share = (name: keyof BktParameters, part: number, whole: number): number => {
    const [least, most] = bounds[name] ?? [0, 1];
    return Math.min(most, Math.max(least, whole > 0 ? part / whole : parameters[name]));
  };
  return {
    prior: share('prior', counts.knewBefore, counts.learners),
    learn: share('learn', counts.learned, counts.unknown),
    guess: share('guess', counts.guessed, counts.answeredUnknown),
    slip: share('slip', counts.slipped, counts.answeredKnown),
    forget: share('forget', counts.forgotten, counts.known),
  };
}
