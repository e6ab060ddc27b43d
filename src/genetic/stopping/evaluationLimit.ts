import { checkWhole } from '../../math/check.ts';
import type { Stopping } from '../evolution.ts';

/**
 * Stops before the generation that would take more evaluations than this. The first population is always evaluated.
 *
 * @param most 1 or more
 * @throws RangeError for no whole number of 1 or more
 * @example
 * import { evaluationLimit } from 'tutelage/genetic';
 *
 * evaluationLimit(20_000).options; // => { most: 20000 }
 */
export function evaluationLimit(most: number): Stopping {
  checkWhole('evaluationLimit', 'most', most, 1);
  return {
    name: 'evaluationLimit',
    options: { most },
    reason: ({ evaluations, children }) => (children === 0 || evaluations + children > most ? 'evaluations' : null),
  };
}
