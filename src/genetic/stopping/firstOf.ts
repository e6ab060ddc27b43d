import type { Stopping } from '../evolution.ts';

/**
 * Stops when the first of several rules does; of two at once, the one named first gives the reason.
 *
 * @param rules one or more
 * @throws RangeError for none: the run would not end
 * @example
 * import { firstOf, fitnessTarget, generationLimit } from 'tutelage/genetic';
 *
 * firstOf(fitnessTarget(1), generationLimit(500)).name; // => 'firstOf'
 */
export function firstOf(...rules: readonly Stopping[]): Stopping {
  if (rules.length === 0) throw new RangeError('firstOf: no rule; the run would never end');
  return {
    name: 'firstOf',
    options: { rules: rules.map(({ name, options }) => ({ name, options })) },
    reason(state) {
      for (const rule of rules) {
        const reason = rule.reason(state);
        if (reason !== null) return reason;
      }
      return null;
    },
  };
}
