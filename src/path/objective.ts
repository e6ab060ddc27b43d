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
  const checked = (d: number): number => {
    checkShare(where, 'difficultyTerm', d);
    return d;
  };
  const known = range > 0;
  return {
    weight,
    pair: (i, j) => [relation(i, j), known && 'fit' in term ? checked(term.fit(hardness[i]!, hardness[j]!, range)) : 1],
    ...(known && 'at' in term && { place: (j: number, k: number) => checked(term.at(hardness[j]!, k, range)) }),
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
  if (flat.length !== size * size || rows.some((row) => ((row as { length?: number }).length ?? size) !== size)) {
    throw new RangeError(`${where}: relation must be ${size} x ${size}`);
  }
  for (const [k, value] of flat.entries()) checkShare(where, `relation[${(k / size) | 0}][${k % size}]`, value);
  return (i, j) => flat[selected[i]! * size + selected[j]!]!;
}

/** Difficulties of the selected units; empty when they weigh nothing or nobody knows any, so that no range is seen. */
function difficulties(where: string, units: readonly Unit[], selected: readonly number[], weight: number): number[] {
  const found = selected.map((k) => units[k]!.difficulty);
  const without = found.indexOf(undefined);
  if (without < 0) return found as number[];
  if (weight > 0 && found.some((difficulty) => difficulty !== undefined)) {
    const { id } = units[selected[without]!]!;
    throw new RangeError(`${where}: unit "${id}" has no difficulty but others do; give it one or set weight to 0`);
  }
  return [];
}
