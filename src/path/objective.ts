import { conceptRelation, type RelationOptions } from './conceptRelation.ts';
import { ascending } from './fitness/ascending.ts';
import type { DifficultyTerm } from './fitness/difficultyTerm.ts';
import type { Unit } from './path.ts';

/** What makes one order better than another; the same options wherever a path is made or judged. */
export interface ObjectiveOptions extends RelationOptions {
  /** Weight w of difficulty against continuity, in [0, 1]; 0.5 when absent. */
  readonly weight?: number;
  /**
   * Concept relation of the given units in [0, 1]: n x n row-major or as rows, or `'text'`, from their texts (the default).
   * Units without text are related to no other.
   */
  readonly relation?: 'text' | Float64Array | readonly (readonly number[])[];
  /** How difficulty should change; {@link ascending} when absent. */
  readonly difficultyTerm?: DifficultyTerm;
}

/** Terms between the units of a path, row-major over the selected units. */
export interface Terms {
  readonly weight: number;
  readonly continuity: Float64Array;
  readonly difficultyFit: Float64Array;
  /** 1 - [(1 - w) continuity + w difficultyFit]. */
  readonly cost: Float64Array;
}

/**
 * The terms of every pair of selected units. Relations are taken over all units given, so that a term's rarity does not
 * depend on what happens to be selected; the range of difficulty is that of the selected units.
 */
export function termsOf(
  where: string,
  units: readonly Unit[],
  selected: readonly number[],
  options: ObjectiveOptions,
): Terms {
  const { weight = 0.5, difficultyTerm = ascending() } = options;
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`${where}: weight must lie in [0, 1], got ${weight}`);
  const relation = relationOf(where, units, options);
  const hardness = difficulties(where, units, selected, weight);
  const known = hardness.filter((value) => value !== null);
  const range =
    known.reduce((most, value) => Math.max(most, value), -Infinity) -
    known.reduce((least, value) => Math.min(least, value), Infinity);
  const size = selected.length;
  const continuity = new Float64Array(size * size);
  const difficultyFit = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [before, after] = [hardness[i]!, hardness[j]!];
      continuity[i * size + j] = relation[selected[i]! * units.length + selected[j]!]!;
      difficultyFit[i * size + j] =
        before === null || after === null || !(range > 0) ? 1 : difficultyTerm.fit(before, after, range);
    }
  }
  const cost = continuity.map((r, k) => 1 - ((1 - weight) * r + weight * difficultyFit[k]!));
  return { weight, continuity, difficultyFit, cost };
}

function relationOf(where: string, units: readonly Unit[], options: ObjectiveOptions): Float64Array {
  const { relation = 'text' } = options;
  const size = units.length;
  if (relation === 'text')
    return conceptRelation(
      units.map(({ text }) => text ?? ''),
      options,
    );
  const rows = relation instanceof Float64Array ? null : relation;
  const flat = rows ? Float64Array.from(rows.flat()) : (relation as Float64Array);
  if (flat.length !== size * size || rows?.some((row) => row.length !== size)) {
    throw new RangeError(`${where}: relation must be ${size} x ${size}, one row and column per unit given`);
  }
  const bad = flat.findIndex((value) => !(value >= 0 && value <= 1));
  if (bad >= 0) {
    const [from, to] = [units[Math.floor(bad / size)]!.id, units[bad % size]!.id];
    throw new RangeError(`${where}: relation of "${from}" and "${to}" must lie in [0, 1], got ${flat[bad]}`);
  }
  return flat;
}

/** Difficulties of the selected units: all, or none when nobody knows them; some of them only where they weigh nothing. */
function difficulties(
  where: string,
  units: readonly Unit[],
  selected: readonly number[],
  weight: number,
): (number | null)[] {
  const found = selected.map((k) => units[k]!.difficulty ?? null);
  const missing = found.indexOf(null);
  if (weight > 0 && missing >= 0 && found.some((value) => value !== null)) {
    throw new RangeError(
      `${where}: unit "${units[selected[missing]!]!.id}" has no difficulty but others do; give it one, drop all, or set weight to 0`,
    );
  }
  return found;
}
