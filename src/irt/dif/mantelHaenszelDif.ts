import { chiSquareTail } from '../../math/chiSquareTail.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { type DifGroups, type DifOptions, difGroups, purified } from './difGroups.ts';

/** Mantel-Haenszel statistics of an item; null where the answers leave them undefined. */
export interface MantelHaenszelItem {
  readonly id: string;
  /** Chi-square with one degree of freedom, and its p-value. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** Common odds ratio: above 1 the item is easier for the reference group than for equally able persons of the focal group. */
  readonly oddsRatio: number | null;
  /** ETS delta, -2.35 log odds ratio, and its standard error; negative against the focal group. */
  readonly delta: number | null;
  readonly deltaSe: number | null;
  /** ETS class: A negligible, B moderate, C large. */
  readonly etsClass: 'A' | 'B' | 'C' | null;
  /** Standardised difference in shares of right answers, focal less reference, weighted by the focal group (STD P-DIF). */
  readonly pDifference: number | null;
  readonly isFlagged: boolean;
}

/** Differential item functioning of every item. */
export interface DifAnalysis<T> {
  readonly focal: string;
  readonly reference: string;
  readonly items: readonly T[];
  /** Rounds of purification, and whether the last flagged what the one before had. */
  readonly rounds: number;
  readonly settled: boolean;
  /** Persons used, and persons left out because an answer was missing. */
  readonly persons: { readonly used: number; readonly unused: number };
}

/**
 * Differential item functioning by Mantel and Haenszel: are equally able persons of two groups equally likely to be right?
 *
 * Persons are matched on the number of right answers (the item included); chi-square = (|sum (A - E(A))| - 1/2)^2 / sum Var(A). ETS classes:
 * A when not significant or |delta| < 1, C when |delta| >= 1.5 and significantly above 1, B otherwise.
 *
 * Mantel & Haenszel (1959), Journal of the National Cancer Institute 22, 719-748; Holland & Thayer (1988); classes: Zwick (2012), ETS
 * RR-12-08; standardisation: Dorans & Kulick (1986), Journal of Educational Measurement 23, 355-368.
 *
 * @param matrix answers 0 and 1; persons with a missing answer are left out and counted
 * @param groups the group of every person, two labels
 * @param options focal group, anchors, purification, level; `correct` (true when absent) takes the continuity correction of 1/2
 * @throws RangeError for other than two groups, answers above 1 or unknown anchors
 * @remarks It does not see items that favour one group at low and the other at high ability: see {@link logisticDif}.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { mantelHaenszelDif } from 'tutelage/irt/analysis';
 *
 * const rows = [[1, 1, 0], [1, 0, 1], [0, 1, 0], [1, 1, 1], [0, 1, 1], [0, 0, 1], [1, 1, 0], [0, 1, 0]];
 * const { items, focal } = mantelHaenszelDif(responseMatrix(rows), ['r', 'r', 'r', 'r', 'f', 'f', 'f', 'f']);
 * focal; // => 'f'
 * items.length; // => 3
 */
export function mantelHaenszelDif(
  matrix: ResponseMatrix,
  groups: readonly string[],
  options: DifOptions & { readonly correct?: boolean } = {},
): DifAnalysis<MantelHaenszelItem> {
  const where = 'mantelHaenszelDif';
  const split = difGroups(where, matrix, groups, options.focal);
  const { alpha = 0.05, correct = true } = options;
  const found = purified(where, matrix, split, options, (answers, score, id) =>
    mantelHaenszel(id, answers, score, split, correct, alpha),
  );
  const { focal, reference, people, unused } = split;
  return { focal, reference, ...found, persons: { used: people.length, unused } };
}

function mantelHaenszel(
  id: string,
  answers: Uint8Array,
  score: Float64Array,
  { isFocal }: DifGroups,
  correct: boolean,
  alpha: number,
): MantelHaenszelItem {
  // per score: right and wrong of the reference group, right and wrong of the focal group
  const tables = new Map<number, [number, number, number, number]>();
  for (const [i, answer] of answers.entries()) {
    const table = tables.get(score[i]!) ?? [0, 0, 0, 0];
    table[(isFocal[i] ? 2 : 0) + 1 - answer]!++;
    tables.set(score[i]!, table);
  }
  let [surplus, variance, forward, backward, focal, shift] = [0, 0, 0, 0, 0, 0];
  for (const [a, b, c, d] of tables.values()) {
    const total = a + b + c + d;
    if (a + b === 0 || c + d === 0) continue;
    surplus += a - ((a + b) * (a + c)) / total;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (total * total * (total - 1));
    forward += (a * d) / total;
    backward += (b * c) / total;
    focal += c + d;
    shift += (c + d) * (c / (c + d) - a / (a + b));
  }
  const off = Math.max(0, Math.abs(surplus) - (correct ? 0.5 : 0));
  const statistic = variance > 0 ? (off * off) / variance : null;
  const p = statistic === null ? null : chiSquareTail(statistic, 1);
  const isFlagged = p !== null && p < alpha;
  const about = { id, statistic, p, pDifference: focal > 0 ? shift / focal : null, isFlagged };
  if (!(forward > 0 && backward > 0)) return { ...about, oddsRatio: null, delta: null, deltaSe: null, etsClass: null };
  const oddsRatio = forward / backward;
  let spread = 0; // Robins, Breslow & Greenland's variance as Phillips and Holland write it
  for (const [a, b, c, d] of tables.values()) {
    if (a + b === 0 || c + d === 0) continue;
    spread += ((a * d + oddsRatio * b * c) * (a + d + oddsRatio * (b + c))) / (a + b + c + d) ** 2;
  }
  const delta = -2.35 * Math.log(oddsRatio);
  const deltaSe = 2.35 * Math.sqrt(spread / (2 * forward * forward));
  const size = Math.abs(delta);
  const isLarge = size >= 1.5 && (size - 1) / deltaSe > 1.6448536269514722;
  const etsClass = !isFlagged || size < 1 ? 'A' : isLarge ? 'C' : 'B';
  return { ...about, oddsRatio, delta, deltaSe, etsClass };
}
