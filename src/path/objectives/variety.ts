import { taughtBy } from '../checkUnits.ts';
import type { Unit } from '../path.ts';
import type { PathObjective } from './pathObjective.ts';

/**
 * Neighbours should differ in theme and modality, so that practice is interleaved: half for each that differs.
 *
 * @remarks Against continuity by nature; interleaving helps telling similar things apart (Rohrer & Taylor 2007, Instructional Science
 * 35, 481-498), and whether it helps here is for an experiment to show. A unit's theme is what it teaches first when it names
 * none; units without modality do not differ in it.
 * @example
 * import { planPath, variety } from 'tutelage/path';
 *
 * const units = ['sum', 'sum', 'area'].map((theme, k) => ({ id: `${theme}-${k}`, theme }));
 * planPath({ units, objectives: [{ objective: variety(), weight: 9 }] }).order[1]; // => 'area-2'
 */
export function variety(): PathObjective {
  return {
    name: 'variety',
    options: {},
    prepare(_, { units }) {
      return {
        pair(i, j) {
          const [a, b] = [units[i]!, units[j]!];
          return (Number(themeOf(a) !== themeOf(b)) + Number(a.modality !== b.modality)) / 2;
        },
      };
    },
  };
}

/** What a unit is about: its theme, or what it teaches first. */
export function themeOf(unit: Unit): string | undefined {
  return unit.theme ?? taughtBy(unit)[0];
}
