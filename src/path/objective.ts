import { checkShare } from '../math/check.ts';
import { type RelationOptions, relationAmong } from './conceptRelation.ts';
import { ascending } from './fitness/ascending.ts';
import type { DifficultyTerm } from './fitness/difficultyTerm.ts';
import type { Unit } from './path.ts';

/** What makes one order better than another; the same options wherever a path is made or judged. */
export interface ObjectiveOptions extends RelationOptions {
  /**
   * Weight w of difficulty against continuity, in [0, 1]; 0.5 when absent. Above 0, the difficulty of all units on the path has
   * to be known, or of none: the term is then 1 everywhere.
   */
  readonly weight?: number;
  /**
   * Concept relation of the given units in [0, 1]: n x n row-major or as rows, or `'text'`, from their texts (the default).
   * Units without text are related to no other.
   */
  readonly relation?: 'text' | Float64Array | readonly (readonly number[])[];
  /** How difficulty should change; {@link ascending} when absent. */
  readonly difficultyTerm?: DifficultyTerm;
}

/** What it is worth that one selected unit follows another. */
export interface Terms {
  readonly weight: number;
  /** Continuity and difficulty fit of unit `j` right after unit `i`, both in [0, 1]. */
  pair(i: number, j: number): readonly [continuity: number, difficultyFit: number];
  /** Difficulty fit of unit `j` in position `k`, where the term looks at positions; that of pairs is then 1. */
  place?(j: number, k: number): number;
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
  const { weight = 0.5, difficultyTerm: term = ascending() } = options;
  checkShare(where, 'weight', weight);
  const relation = relationOf(where, units, selected, options);
  const hardness = difficulties(where, units, selected, weight);
  const range = Math.max(...hardness) - Math.min(...hardness);
  const fit = (d: number): number => {
    checkShare(where, 'difficultyTerm', d);
    return d;
  };
  return {
    weight,
    pair: (i, j) => [relation(i, j), range > 0 && 'fit' in term ? fit(term.fit(hardness[i]!, hardness[j]!, range)) : 1],
    ...('at' in term && range > 0 && { place: (j: number, k: number) => fit(term.at(hardness[j]!, k, range)) }),
  };
}

function relationOf(
  where: string,
  units: readonly Unit[],
  selected: readonly number[],
  options: ObjectiveOptions,
): (i: number, j: number) => number {
  const { relation = 'text' } = options;
  if (relation === 'text') {
    const found = relationAmong(
      units.map(({ text }) => text ?? ''),
      selected,
      options,
    );
    return (i, j) => found[i * selected.length + j]!;
  }
  const size = units.length;
  const rows: readonly (number | readonly number[])[] = [...relation];
  const flat = Float64Array.from(rows.flat());
  if (flat.length !== size * size || rows.some((row) => typeof row !== 'number' && row.length !== size)) {
    throw new RangeError(`${where}: relation must be ${size} x ${size}, a row and a column per unit`);
  }
  for (const [k, value] of flat.entries()) checkShare(where, `relation[${Math.floor(k / size)}][${k % size}]`, value);
  return (i, j) => flat[selected[i]! * size + selected[j]!]!;
}

/** Difficulties of the selected units; empty when they weigh nothing or nobody knows any, so that no range is seen. */
function difficulties(where: string, units: readonly Unit[], selected: readonly number[], weight: number): number[] {
  const found = selected.flatMap((k) => units[k]!.difficulty ?? []);
  if (found.length === selected.length) return found;
  if (weight > 0 && found.length > 0) {
    const without = selected.find((k) => units[k]!.difficulty === undefined)!;
    throw new RangeError(
      `${where}: unit "${units[without]!.id}" has no difficulty but others do; give it one or set weight to 0`,
    );
  }
  return [];
}
