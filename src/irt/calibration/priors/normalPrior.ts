import { checkAbove } from '../../../math/check.ts';
import { HALF_LOG_2_PI, type Prior } from './prior.ts';

/**
 * A normal prior, for difficulties, steps and intercepts.
 *
 * @param mean in the unit of the parameter, logits for difficulties
 * @param sd standard deviation, above 0
 * @throws RangeError for an sd that is not above 0
 * @example
 * import { normalPrior } from 'tutelage/irt';
 *
 * normalPrior(0, 2).logDensity(0); // => -1.612
 */
export function normalPrior(mean: number, sd: number): Prior {
  checkAbove('normalPrior', 'mean', mean, -Infinity);
  checkAbove('normalPrior', 'sd', sd, 0);
  return {
    name: 'normal',
    options: { mean, sd },
    logDensity: (value) => -0.5 * ((value - mean) / sd) ** 2 - Math.log(sd) - HALF_LOG_2_PI,
  };
}
