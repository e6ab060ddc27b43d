import { checkAbove } from '../../math/check.ts';
import { chiSquareTail } from '../../math/chiSquareTail.ts';
import { allForms } from '../calibration/forms/all.ts';
import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { scoreDistribution } from '../scoreDistribution.ts';
import { completeTest, type ModelFitOptions } from './completeTest.ts';

/** Persons with a score in a range who chose a category in a range: how many there were, and how many were expected. */
export interface FitCell {
  /** Lowest and highest sum score. */
  readonly scores: readonly [number, number];
  /** Lowest and highest category. */
  readonly categories: readonly [number, number];
  readonly observed: number;
  readonly expected: number;
}

/** S-X2 of an item. */
export interface ItemFit {
  readonly id: string;
  /** Number of persons with an answer to every item. */
  readonly n: number;
  readonly sX2: number;
  readonly df: number;
  /** P of an S-X2 at least as large if the model holds; null when df is not above 0. */
  readonly p: number | null;
  /** Root mean square error of approximation, misfit per degree of freedom; null when df is not above 0. */
  readonly rmsea: number | null;
  /** What was compared, for a table or a plot. */
  readonly cells: readonly FitCell[];
}

/** Options of {@link itemFit}. */
export interface ItemFitOptions extends ModelFitOptions {
  /** Cells expected to hold fewer persons are joined with their neighbours; 1 when absent. */
  readonly leastExpected?: number;
}

/**
 * S-X2: do persons with the same sum score choose each category of an item as often as the model says?
 *
 * Sum over scores and categories of (O - E)^2 / E, E by the recursion of Lord and Wingersky: Orlando, M. & Thissen, D. (2000). Applied
 * Psychological Measurement 24, 50-64; for more than two categories Kang, T. & Chen, T. T. (2008). Journal of Educational Measurement 45,
 * 391-406. Scores at which a category is impossible are joined to the nearest at which all are possible, scores of one person to the next. In a
 * score the rarest category below `leastExpected` is joined to the rarer of its neighbours; a score that still has such a cell to the
 * neighbouring score with fewer persons. df = cells - rows - parameters of the item, and one less where the sd of the population was estimated
 * (as mirt counts).
 *
 * @param items calibrated items
 * @param matrix answers; only persons who answered all the items count
 * @param options population, whether the items were calibrated on these answers, least expected count
 * @returns one per item that has a column
 * @throws RangeError for an answered item without parameters, impossible answers or parameters
 * @remarks Answers left out because somebody missed an item may be no random part; `n` says how many are left. Many items are
 * many tests: some p will be small by chance. O(items^2 x scores x nodes).
 * @example
 * import { calibrate } from 'tutelage/irt';
 * import { itemFit, simulateAnswers } from 'tutelage/irt/analysis';
 *
 * const items = [-1, -0.5, 0, 0.5, 1].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 1, b }) as const);
 * const matrix = simulateAnswers(items, Array.from({ length: 500 }, (_, k) => (k % 41) / 10 - 2), { seed: 1 });
 * itemFit(calibrate(matrix, { model: '2pl' }).items, matrix)[0]!.df; // => 2
 */
export function itemFit(items: readonly Item[], matrix: ResponseMatrix, options: ItemFitOptions = {}): ItemFit[] {
  const { isCalibrated = true, leastExpected = 1 } = options;
  checkAbove('itemFit', 'leastExpected', leastExpected, 0);
  const test = completeTest('itemFit', items, matrix, options);
  const { rows, weight, curves } = test;
  const n = rows.length;
  const forms = test.items.map(({ model }) => allForms.find(({ name }) => name === model)!);
  const isSdFree = forms.some(({ hasSlope }) => !hasSlope);
  const sums = rows.map((row) => row.reduce((sum, answer) => sum + answer, 0));
  const highest = curves.reduce((sum, own) => sum + own.length - 1, 0);
  return test.items.map(({ id }, j): ItemFit => {
    const own = curves[j]!;
    const rest = scoreDistribution(curves.filter((_, k) => k !== j));
    const observed = Array.from({ length: highest + 1 }, () => own.map(() => 0));
    for (const [i, row] of rows.entries()) observed[sums[i]!]![row[j]!]!++;
    const table: FitCell[][] = [];
    for (let score = 1; score < highest; score++) {
      const shares = own.map((curve, x) => mean(weight, curve, rest[score - x]));
      const [all, persons] = [total(shares), total(observed[score]!)];
      table.push(
        shares.map((share, x) => ({
          scores: [score, score],
          categories: [x, x],
          observed: observed[score]![x]!,
          expected: all > 0 ? (persons * share) / all : 0,
        })),
      );
    }
    const rowsJoined = joinedTable(table, leastExpected);
    const cells = rowsJoined.flat();
    const df =
      cells.length -
      rowsJoined.length -
      (isCalibrated ? forms[j]!.slots(own.length - 1).length + (isSdFree ? 1 : 0) : 0);
    const sX2 = cells.reduce((sum, cell) => sum + (cell.observed - cell.expected) ** 2 / cell.expected, 0);
    return {
      id,
      n,
      sX2,
      df,
      p: df > 0 ? chiSquareTail(sX2, df) : null,
      rmsea: df > 0 && n > 1 ? Math.sqrt(Math.max(0, sX2 - df) / (df * (n - 1))) : null,
      cells,
    };
  });
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Mean over the population of the product of two curves. */
function mean(weight: Float64Array, one: Float64Array, other: Float64Array | undefined): number {
  let sum = 0;
  if (other) for (let q = 0; q < weight.length; q++) sum += weight[q]! * one[q]! * other[q]!;
  return sum;
}

/** Two neighbouring cells as one. */
const united = (one: FitCell, other: FitCell): FitCell => ({
  scores: span(one.scores, other.scores),
  categories: span(one.categories, other.categories),
  observed: one.observed + other.observed,
  expected: one.expected + other.expected,
});

const span = (one: readonly [number, number], other: readonly [number, number]): [number, number] => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
];

/** Joins what holds too few to be compared; no rows when nothing is left to compare. */
function joinedTable(table: readonly (readonly FitCell[])[], least: number): FitCell[][] {
  const top = (table[0]?.length ?? 0) - 1;
  const last = table.length + 1 - top;
  const isWhole = ([cell]: readonly FitCell[]) => cell!.scores[0] >= top && cell!.scores[0] <= last;
  const rows = table.filter(isWhole);
  if (rows.length === 0) return [];
  const join = (row: readonly FitCell[], to: number) => {
    rows[to] = rows[to]!.map((cell, x) => united(cell, row[x]!));
  };
  for (const row of table) if (!isWhole(row)) join(row, row[0]!.scores[0] < top ? 0 : rows.length - 1);
  const joinRows = (from: number, to: number) => {
    join(rows[from]!, to);
    rows.splice(from, 1);
  };
  const persons = (row: readonly FitCell[]) => total(row.map(({ observed }) => observed));
  for (let k = 0; k < rows.length; ) {
    if (persons(rows[k]!) === 0) rows.splice(k, 1);
    else if (persons(rows[k]!) === 1 && k + 1 < rows.length) joinRows(k, k + 1);
    else k++;
  }
  for (;;) {
    const cells = rows.map((row) => joinedCells(row, least));
    const thin = cells.findIndex((row) => row.some(({ expected }) => expected < least));
    if (thin < 0) return cells;
    if (rows.length < 2) return [];
    const [before, next] = [rows[thin - 1], rows[thin + 1]];
    const isDown = before !== undefined && (next === undefined || persons(before) <= persons(next));
    joinRows(thin, isDown ? thin - 1 : thin + 1);
  }
}

/** Joins the rarest cell of a row with the rarer of its neighbours until all are frequent enough or two are left. */
function joinedCells(row: readonly FitCell[], least: number): FitCell[] {
  const cells = [...row];
  while (cells.length > 2) {
    const counts = cells.map(({ expected }) => expected);
    const rarest = counts.lastIndexOf(Math.min(...counts));
    if (counts[rarest]! >= least) break;
    const isDown = rarest > 0 && !(counts[rarest + 1]! < counts[rarest - 1]!);
    const first = isDown ? rarest - 1 : rarest;
    cells.splice(first, 2, united(cells[first]!, cells[first + 1]!));
  }
  return cells;
}
