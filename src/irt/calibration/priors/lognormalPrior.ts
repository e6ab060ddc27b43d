import { normalPrior } from './normalPrior.ts';
import type { Prior } from './prior.ts';

/**
 * A lognormal prior, for discriminations: it keeps them above 0.
 *
 * @param meanLog mean of the logarithm
 * @param sdLog standard deviation of the logarithm, above 0
 * @throws RangeError for an sdLog that is not above 0
 * @example
 * import { lognormalPrior } from 'tutelage/irt';
 *
 * lognormalPrior(0, 0.5).logDensity(1); // => -0.226
 */
export function lognormalPrior(meanLog: number, sdLog: number): Prior {
  const { logDensity } = normalPrior(meanLog, sdLog);
  return {
    name: 'lognormal',
    options: { meanLog, sdLog },
    logDensity: (value) => (value > 0 ? logDensity(Math.log(value)) - Math.log(value) : -Infinity),
  };
}
