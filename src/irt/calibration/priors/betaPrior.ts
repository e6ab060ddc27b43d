import { checkAbove } from '../../../math/check.ts';
import { logGamma } from '../../../math/logGamma.ts';
import type { Prior } from './prior.ts';

/**
 * A beta prior, for asymptotes: worth alpha - 1 right and beta - 1 wrong guesses.
 *
 * @param alpha above 0; betaPrior(5, 17) has its mode at 0.2
 * @param beta above 0
 * @throws RangeError for an alpha or beta that is not above 0
 * @remarks The density is that of the asymptote itself, not of its logit (no Jacobian).
 * @example
 * import { betaPrior } from 'tutelage/irt';
 *
 * betaPrior(5, 17).logDensity(0.2); // => 1.522
 */
export function betaPrior(alpha: number, beta: number): Prior {
  checkAbove('betaPrior', 'alpha', alpha, 0);
  checkAbove('betaPrior', 'beta', beta, 0);
  const constant = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  return {
    name: 'beta',
    options: { alpha, beta },
    logDensity: (value) =>
      value > 0 && value < 1 ? constant + (alpha - 1) * Math.log(value) + (beta - 1) * Math.log1p(-value) : -Infinity,
  };
}
