import type { TracingModel } from '../tracingModel.ts';
import { type AttributeOptions, overAttributes } from './overAttributes.ts';
import type { PosteriorState } from './overStates.ts';

/**
 * DINA, a cognitive diagnosis model: an item needs all its competencies, each of which is held or not.
 *
 * P(right) = 1 - slip for who holds every competency of the item, guess for anybody else (deterministic input, noisy "and" gate: Junker
 * & Sijtsma 2001, Applied Psychological Measurement 25, 258-272). The state is the posterior over all 2^K sets of competencies.
 *
 * @param options competencies, items and prior
 * @returns a model with scope 'learner'; the order of answers makes no difference while no guess and no slip is 0
 * @throws RangeError for more than 12 competencies, guess + slip of 1 or more, items of unknown competencies, or a prior of the wrong length; its
 * functions throw for items without parameters
 * @remarks It knows no learning: for a test at one time. An answer costs O(2^K); one that cannot happen leaves the state as it is. A
 * partial score s weighs the likelihoods of right and wrong, with exponents s and 1 - s (our choice).
 * @example
 * import { dina } from 'tutelage/tracing';
 *
 * const model = dina({
 *   competencies: ['add', 'carry'],
 *   items: { q1: { competencies: ['add'], guess: 0.2, slip: 0.1 }, q2: { competencies: ['add', 'carry'], guess: 0.1, slip: 0.2 } },
 * });
 * const after = model.update(model.init(), 1, 1, { itemId: 'q2' });
 * after.posterior; // => [0.0909, 0.0909, 0.0909, 0.7273]
 * model.estimate(after, 'carry').value; // => 0.8182
 */
export function dina(options: AttributeOptions): TracingModel<PosteriorState<'dina'>> {
  return overAttributes('dina', options, (held, needed) => (held & needed) === needed);
}
