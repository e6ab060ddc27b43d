import { check } from '../../math/check.ts';

/** How well learners are sorted into the categories between cuts. Category k lies between cut k and cut k + 1 (at or above its cut). */
export interface Classification {
  /** Probability of being put into the true category; null without anyone to sort. */
  readonly accuracy: number | null;
  /** Probability of being put into the same category by a second, parallel measurement. */
  readonly consistency: number | null;
  /** Consistency beyond chance: (consistency - chance) / (1 - chance); null where all are in one category. */
  readonly kappa: number | null;
  /** Probability of being put too high. */
  readonly tooHigh: number;
  /** Probability of being put too low. */
  readonly tooLow: number;
  /** Shares of learners: rows the true category, columns the one they are put into. */
  readonly table: readonly (readonly number[])[];
}

/** One learner, or one ability: a category for sure, the probabilities of the other kind of category, and a weight. */
export interface SortedOne {
  readonly sure: number;
  readonly p: readonly number[];
  readonly weight: number;
}

/** The classification of many; `isTrue` says whether the sure category is the true one, or else the one assigned. */
export function classificationOf(categories: number, many: readonly SortedOne[], isTrue: boolean): Classification {
  const all = [...new Array(categories).keys()];
  const table = all.map(() => all.map(() => 0));
  const total = many.reduce((sum, { weight }) => sum + weight, 0);
  const shares = all.map(() => 0);
  let [accuracy, consistency, tooHigh, tooLow] = [0, 0, 0, 0];
  for (const { sure, p, weight } of many) {
    for (const k of all) {
      const share = (weight * p[k]!) / total;
      const [row, column] = isTrue ? [sure, k] : [k, sure];
      table[row]![column]! += share;
      shares[k]! += share;
      consistency += share * p[k]!;
      if (row === column) accuracy += share;
      else if (row < column) tooHigh += share;
      else tooLow += share;
    }
  }
  const chance = shares.reduce((sum, share) => sum + share * share, 0);
  const beyond = chance < 1 ? (consistency - chance) / (1 - chance) : null;
  const figures =
    total > 0 ? { accuracy, consistency, kappa: beyond } : { accuracy: null, consistency: null, kappa: null };
  return { ...figures, tooHigh, tooLow, table };
}

/** Number of ascending cuts at or below x: its category. */
export function categoryAt(cuts: readonly number[], x: number): number {
  return cuts.filter((cut) => x >= cut).length;
}

/** Throws unless cuts are finite and ascend. */
export function checkCuts(where: string, cuts: readonly number[]): void {
  const isFine = Array.isArray(cuts) && cuts.every((cut, k) => Number.isFinite(cut) && !(cut <= cuts[k - 1]!));
  check(isFine, where, 'cuts', `${cuts}`, 'ascending numbers');
}
