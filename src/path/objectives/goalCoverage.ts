import { taughtBy } from '../checkUnits.ts';
import type { PathObjective } from './pathObjective.ts';

/**
 * Goals should be reached early: 1 for a unit that teaches a goal in the first position, 0 in the last, linear between; other
 * units count 1 wherever they stand.
 *
 * @remarks What is learned when a learner stops early is worth more, whatever comes later (our choice).
 * @example
 * import { goalCoverage, planPath } from 'tutelage/path';
 *
 * const objectives = [{ objective: goalCoverage(), weight: 1 }];
 * planPath({ units: [{ id: 'a' }, { id: 'b' }], goals: ['a', 'b'], objectives }).cost; // => 0.5
 */
export function goalCoverage(): PathObjective {
  return {
    name: 'goalCoverage',
    options: {},
    prepare(_, { units, goals }) {
      const last = Math.max(1, units.length - 1);
      const serves = units.map((unit) => taughtBy(unit).some((id) => !goals || goals.has(id)));
      return { place: (j, k) => (serves[j] ? 1 - k / last : 1) };
    },
  };
}
