import { checkAbove } from '../../math/check.ts';
import type { Stopping } from '../evolution.ts';

/**
 * Stops as soon as the best individual is fit enough.
 *
 * @param least fitness to reach, a finite number
 * @throws RangeError for a number that is not finite
 * @example
 * import { fitnessTarget } from 'tutelage/genetic';
 *
 * fitnessTarget(0.95).options; // => { least: 0.95 }
 */
export function fitnessTarget(least: number): Stopping {
  checkAbove('fitnessTarget', 'least', least, -Infinity);
  return {
    name: 'fitnessTarget',
    options: { least },
    reason: ({ fitness }) => (fitness >= least ? 'target' : null),
  };
}
