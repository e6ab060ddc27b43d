import { checkWhole } from '../../math/check.ts';
import type { Stopping } from '../evolution.ts';

/**
 * Stops after `generations` generations, or earlier when `without` of them in a row brought no gain.
 *
 * @param options generations (200 when absent), without (50 when absent); both whole numbers of 1 or more
 * @throws RangeError for options out of range
 * @example
 * import { stagnation } from 'tutelage/genetic';
 *
 * stagnation().options; // => { generations: 200, without: 50 }
 */
export function stagnation(
  options: { readonly generations?: number | undefined; readonly without?: number | undefined } = {},
): Stopping {
  const { generations = 200, without = 50 } = options;
  checkWhole('stagnation', 'generations', generations, 1);
  checkWhole('stagnation', 'without', without, 1);
  return {
    name: 'stagnation',
    options: { generations, without },
    reason: (state) =>
      state.generations >= generations ? 'generations' : state.stagnant >= without ? 'stagnation' : null,
  };
}
