import { checkList, checkWhole } from '../math/check.ts';
import { cheapestDetour } from './cheapestDetour.ts';

/** A table of counts with its totals; null where a count is withheld. */
export interface SuppressedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
  /** Counts, totals included, that were withheld because they are small. */
  readonly primary: number;
  /** Counts, totals included, that were withheld because they would give a small one away. */
  readonly secondary: number;
}

/**
 * A class table that can be published with its totals: small counts are withheld, and as many others as it takes so that no
 * withheld count can be worked out from the rest.
 *
 * Rows, columns and totals are equations. A withheld count is determined by them if and only if it is a bridge of the graph that
 * joins its row and its column, with withheld counts as edges and the totals as one more row and column (Gusfield 1988, SIAM
 * Journal on Computing 17, 552-571). For each small count the cheapest way round it is withheld too: small counts first,
 * totals only where there is no other way.
 *
 * @param counts a list of rows of the same length, whole numbers of 0 or more
 * @param options `least`: counts above 0 and below it are small; 10 when absent, 2 or more
 * @returns fresh lists; 0 is no small count and stays where nothing else needs it
 * @throws TypeError for lists that are none, RangeError for counts that are none, rows of different lengths or `least` below 2
 * @remarks It keeps exact values from being worked out. Ranges can still be: a withheld count is never below 0 nor above what its row and
 * column leave. Tables that overlap (this week's and last week's) can give away what each alone withholds.
 * O(small counts x (rows + columns)^2).
 * @example
 * import { suppressSmallCells } from 'tutelage/privacy';
 *
 * const { cells, rowTotals } = suppressSmallCells([[20, 3, 17], [15, 12, 30], [11, 40, 25]]);
 * cells; // => [[null, null, 17], [null, null, 30], [11, 40, 25]]
 * rowTotals; // => [40, 57, 76]
 */
export function suppressSmallCells(
  counts: readonly (readonly number[])[],
  options: { readonly least?: number } = {},
): SuppressedTable {
  const { least = 10 } = options;
  checkWhole('suppressSmallCells', 'least', least, 2);
  const table = withTotals(counts);
  const [height, width] = [table.length, table[0]!.length];
  const hidden = table.map((row) => row.map((count) => count > 0 && count < least));
  const small = hidden.flatMap((row, r) => row.flatMap((is, c) => (is ? [[r, c] as const] : [])));
  const all = table.flat().reduce((sum, count) => sum + count + 1, 0);
  const price = (r: number, c: number) => {
    if (hidden[r]![c]) return 0;
    return table[r]![c]! + 1 + (r === height - 1 || c === width - 1 ? all : 0);
  };
  for (const [r, c] of small)
    for (const [row, column] of cheapestDetour(height, width, price, r, c)) hidden[row]![column] = true;
  const shown = table.map((row, r) => row.map((count, c) => (hidden[r]![c] ? null : count)));
  const primary = small.length;
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row[width - 1]!),
    columnTotals: shown[height - 1]!.slice(0, -1),
    total: shown[height - 1]![width - 1]!,
    primary,
    secondary: hidden.flat().filter(Boolean).length - primary,
  };
}

/** The counts with their totals as one more column and row. */
function withTotals(counts: readonly (readonly number[])[]): number[][] {
  checkList('suppressSmallCells', 'counts', counts);
  const width = counts[0]?.length ?? 0;
  for (const [r, row] of counts.entries()) {
    checkList('suppressSmallCells', `counts[${r}]`, row);
    checkWhole('suppressSmallCells', `length of counts[${r}]`, row.length, width, width);
    for (const [c, count] of row.entries()) checkWhole('suppressSmallCells', `counts[${r}][${c}]`, count, 0);
  }
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)]);
  const totals = Array.from({ length: width + 1 }, (_, c) => rows.reduce((sum, row) => sum + row[c]!, 0));
  return [...rows, totals];
}
