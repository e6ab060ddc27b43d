import { checkWhole } from '../../math/check.ts';
import type { Stopping } from '../evolution.ts';

/**
 * Stops after so many generations.
 *
 * @param most 0 or more; 0 is the first population alone
 * @throws RangeError for no whole number of 0 or more
 * @example
 * import { generationLimit } from 'tutelage/genetic';
 *
 * generationLimit(100).options; // => { most: 100 }
 */
export function generationLimit(most: number): Stopping {
  checkWhole('generationLimit', 'most', most, 0);
  return {
    name: 'generationLimit',
    options: { most },
    reason: ({ generations }) => (generations >= most ? 'generations' : null),
  };
}
