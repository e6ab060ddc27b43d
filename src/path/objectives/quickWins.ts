import type { PathObjective } from './pathObjective.ts';

/**
 * Units should be finished soon: a unit holds up all that follow by its minutes, so short units go first.
 *
 * Value of a unit of m minutes in position k of n: 1 - m (n - 1 - k) / (max m (n - 1)); its sum is highest where the mean time at
 * which units are finished is least (Smith 1956, Naval Research Logistics Quarterly 3, 59-66).
 *
 * @remarks What the minutes of a path sum to does not depend on its order: to spend fewer, give `planPath` a budget.
 * @throws RangeError when it plans units without minutes
 * @example
 * import { planPath, quickWins } from 'tutelage/path';
 *
 * const units = [{ id: 'long', minutes: 60 }, { id: 'short', minutes: 5 }];
 * planPath({ units, objectives: [{ objective: quickWins(), weight: 1 }] }).order; // => ['short', 'long']
 */
export function quickWins(): PathObjective {
  return {
    name: 'quickWins',
    options: {},
    prepare(where, { units }) {
      const minutes = units.map((unit) => {
        if (unit.minutes !== undefined) return unit.minutes;
        throw new RangeError(`${where}: objective "quickWins" needs the minutes of unit "${unit.id}"`);
      });
      const longest = minutes.reduce((most, each) => Math.max(most, each), 0);
      const last = Math.max(1, units.length - 1);
      return { place: (j, k) => 1 - (minutes[j]! * (last - k)) / (longest * last) };
    },
  };
}
