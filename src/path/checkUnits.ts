import { check, checkAbove, checkList } from '../math/check.ts';
import type { Unit } from './path.ts';

/** Throws unless the units are units with distinct ids and numbers that make sense; returns where each id stands. */
export function checkUnits(where: string, units: readonly Unit[]): Map<string, number> {
  checkList(where, 'units', units);
  const place = new Map<string, number>();
  for (const [index, unit] of units.entries()) {
    const { id, minutes, difficulty } = unit ?? {};
    check(typeof id === 'string' && id !== '', where, `units[${index}].id`, id, 'a non-empty string');
    if (place.has(id)) throw new RangeError(`${where}: unit "${id}" is listed twice`);
    place.set(id, index);
    if (minutes !== undefined) checkAbove(where, `minutes of unit "${id}"`, minutes, 0);
    if (difficulty !== undefined) checkAbove(where, `difficulty of unit "${id}"`, difficulty, -Infinity, ' of logits');
  }
  return place;
}

/** The competencies a unit teaches. */
export function taughtBy(unit: Unit): readonly string[] {
  return unit.teaches ?? [unit.id];
}
