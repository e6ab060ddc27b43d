import type { Unit } from './path.ts';

/** Throws unless the units are units with distinct ids and numbers that make sense; returns where each id stands. */
export function checkUnits(where: string, units: readonly Unit[]): Map<string, number> {
  if (!Array.isArray(units)) throw new TypeError(`${where}: units must be an array of units`);
  const place = new Map<string, number>();
  for (const [index, unit] of units.entries()) {
    if (typeof unit?.id !== 'string' || unit.id === '') {
      throw new TypeError(`${where}: units[${index}] needs an id that is a non-empty string`);
    }
    const { id, minutes, difficulty } = unit;
    if (place.has(id)) throw new RangeError(`${where}: unit "${id}" is listed twice; give each unit its own id`);
    place.set(id, index);
    if (minutes !== undefined && !(minutes > 0 && Number.isFinite(minutes))) {
      throw new RangeError(
        `${where}: minutes of unit "${id}" must be above 0, got ${minutes}; leave it out when unknown`,
      );
    }
    if (difficulty !== undefined && !Number.isFinite(difficulty)) {
      throw new RangeError(`${where}: difficulty of unit "${id}" must be a finite number of logits, got ${difficulty}`);
    }
  }
  return place;
}

/** The competencies a unit teaches. */
export function taughtBy(unit: Unit): readonly string[] {
  return unit.teaches ?? [unit.id];
}
