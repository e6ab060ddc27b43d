import { checkAbove } from '../../math/check.ts';
import type { Unit } from '../path.ts';
import type { PathProblem } from '../pathProblem.ts';
import { challenge } from './challenge.ts';
import { continuity } from './continuity.ts';
import { difficultyFit } from './difficultyFit.ts';
import type { WeightedObjective } from './pathObjective.ts';
import { MOST_PREFERENCE, preference } from './preference.ts';

/** All objectives with their weights; those of weight 0 still tell their value. */
export function usualObjectives(
  where: string,
  { objectives = [], preferences = [], preferenceWeight = 0.1, theta }: PathProblem,
  weight: number,
  units: readonly Unit[],
): WeightedObjective[] {
  if (!(preferenceWeight >= 0 && preferenceWeight <= MOST_PREFERENCE)) {
    throw new RangeError(
      `${where}: preferenceWeight must be in [0, ${MOST_PREFERENCE}], got ${preferenceWeight}; what is liked is no measure of what is learned`,
    );
  }
  for (const { objective, weight: given } of objectives) {
    checkAbove(where, `weight of objective "${objective.name}"`, given, -Number.MIN_VALUE);
  }
  const named = objectives.some(({ objective }) => objective.name === 'challenge');
  const hard = units.length > 0 && units.every(({ difficulty }) => difficulty !== undefined);
  return [
    { objective: continuity(), weight: 1 - weight },
    { objective: difficultyFit(), weight },
    ...(theta !== undefined && hard && !named ? [{ objective: challenge(), weight: 0.5 }] : []),
    ...(preferences.length > 0 && preferenceWeight > 0 ? [{ objective: preference(), weight: preferenceWeight }] : []),
    ...objectives,
  ];
}
