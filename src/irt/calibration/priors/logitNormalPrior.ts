import { normalPrior } from './normalPrior.ts';
import type { Prior } from './prior.ts';

/**
 * A normal prior on the logit of an asymptote, as mirt's `norm` on `g` is.
 *
 * @param mean mean of the logit; -1.5 is c = 0.18
 * @param sd standard deviation of the logit, above 0
 * @throws RangeError for an sd that is not above 0
 * @remarks The density is that of the logit (no Jacobian), so the mode is the mode on the logit scale.
 * @example
 * import { logitNormalPrior } from 'tutelage/irt';
 *
 * logitNormalPrior(-1.5, 1).logDensity(0.1824); // => -0.919
 */
export function logitNormalPrior(mean: number, sd: number): Prior {
  const { logDensity } = normalPrior(mean, sd);
  return {
    name: 'logitNormal',
    options: { mean, sd },
    logDensity: (value) => (value > 0 && value < 1 ? logDensity(Math.log(value / (1 - value))) : -Infinity),
  };
}
