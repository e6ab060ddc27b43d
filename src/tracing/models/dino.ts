import type { TracingModel } from '../tracingModel.ts';
import { type AttributeOptions, overAttributes } from './overAttributes.ts';
import type { PosteriorState } from './overStates.ts';

/**
 * DINO, a cognitive diagnosis model: for an item any one of its competencies is enough.
 *
 * P(right) = 1 - slip for who holds at least one competency of the item, guess for anybody else (deterministic input, noisy "or" gate:
 * Templin & Henson 2006, Psychological Methods 11, 287-305). All else as in `dina`.
 *
 * @param options competencies, items and prior
 * @returns a model with scope 'learner'; the order of answers makes no difference while no guess and no slip is 0
 * @throws RangeError as `dina`
 * @remarks For items that can be solved in several ways.
 * @example
 * import { dino } from 'tutelage/tracing';
 *
 * const model = dino({
 *   competencies: ['table', 'formula'],
 *   items: { q1: { competencies: ['table', 'formula'], guess: 0.1, slip: 0.1 } },
 * });
 * model.predict(model.init(), { itemId: 'q1' }); // => 0.7
 */
export function dino(options: AttributeOptions): TracingModel<PosteriorState<'dino'>> {
  return overAttributes('dino', options, (held, needed) => (held & needed) !== 0);
}
