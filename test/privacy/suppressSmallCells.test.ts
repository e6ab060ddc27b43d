import fc from 'fast-check';
import { type SuppressedTable, suppressSmallCells } from 'tutelage/privacy';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

/** The table with its totals, as it is published. */
const extended = ({ cells, rowTotals, columnTotals, total }: SuppressedTable) => [
  ...cells.map((row, r) => [...row, rowTotals[r]!]),
  [...columnTotals, total],
];

/** Withheld counts that the equations of the totals determine, by elimination: the second way. */
function determined(table: readonly (readonly (number | null)[])[]): string[] {
  const [height, width] = [table.length, table[0]!.length];
  const unknown = table.flatMap((row, r) => row.flatMap((count, c) => (count === null ? [`${r} ${c}`] : [])));
  const at = new Map(unknown.map((name, k) => [name, k]));
  const equations = [
    ...Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (_, c) => [r, c, c === width - 1 ? -1 : 1]),
    ),
    ...Array.from({ length: width }, (_, c) =>
      Array.from({ length: height }, (_, r) => [r, c, r === height - 1 ? -1 : 1]),
    ),
  ].map((terms) => {
    const row = new Array<number>(unknown.length).fill(0);
    for (const [r, c, sign] of terms) {
      const k = at.get(`${r} ${c}`);
      if (k !== undefined) row[k] = sign!;
    }
    return row;
  });
  let rank = 0;
  const pivots: number[] = [];
  for (let column = 0; column < unknown.length; column++) {
    const pivot = equations.findIndex((row, k) => k >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [equations[rank], equations[pivot]] = [equations[pivot]!, equations[rank]!];
    const lead = equations[rank]![column]!;
    equations[rank] = equations[rank]!.map((value) => value / lead);
    for (const [k, row] of equations.entries()) {
      if (k === rank || row[column] === 0) continue;
      const factor = row[column]!;
      equations[k] = row.map((value, j) => value - factor * equations[rank]![j]!);
    }
    pivots.push(column);
    rank++;
  }
  return pivots.flatMap((column, k) => {
    const alone = equations[k]!.every((value, j) => j === column || Math.abs(value) < 1e-9);
    return alone ? [unknown[column]!] : [];
  });
}

describe('suppressSmallCells', () => {
  it('the second way sees what a single gap gives away', () => {
    expect(
      determined([
        [20, null, 23],
        [15, 12, 27],
        [35, 15, 50],
      ]),
    ).toEqual(['0 1']);
    expect(
      determined([
        [null, null, 23],
        [null, null, 27],
        [35, 15, 50],
      ]),
    ).toEqual([]);
  });

  it('a table without small counts stays as it is, zeros included', () => {
    expect(
      suppressSmallCells(
        deepFreeze([
          [0, 20],
          [30, 0],
        ]),
      ),
    ).toEqual({
      cells: [
        [0, 20],
        [30, 0],
      ],
      rowTotals: [20, 30],
      columnTotals: [30, 20],
      total: 50,
      primary: 0,
      secondary: 0,
    });
    expect(suppressSmallCells([])).toMatchObject({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
    expect(suppressSmallCells([[], []])).toMatchObject({ cells: [[], []], rowTotals: [0, 0], total: 0 });
  });

  it('one cell alone takes its totals with it', () => {
    expect(suppressSmallCells([[3]])).toEqual({
      cells: [[null]],
      rowTotals: [null],
      columnTotals: [null],
      total: null,
      primary: 4,
      secondary: 0,
    });
    const row = suppressSmallCells([[3, 40, 50]]);
    expect(determined(extended(row))).toEqual([]);
    expect(row.cells[0]![0]).toBeNull();
  });

  it('leaves every small count out, and none that is left out can be worked out', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 }));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([height, width]) =>
        fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 20 }), (counts, least) => {
        const result = suppressSmallCells(deepFreeze(counts), { least });
        const shown = extended(result);
        const truth = extended(suppressSmallCells(counts, { least: 2 ** 31 })).length; // shape alone
        expect(shown).toHaveLength(truth);
        for (const row of shown)
          for (const value of row) expect(value === null || value === 0 || value >= least).toBe(true);
        for (const [r, row] of result.cells.entries()) {
          for (const [c, value] of row.entries()) expect(value === null || value === counts[r]![c]).toBe(true);
        }
        expect(determined(shown)).toEqual([]);
        const hidden = shown.flat().filter((value) => value === null).length;
        expect(result.primary + result.secondary).toBe(hidden);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses tables that are none', () => {
    expect(() => suppressSmallCells([[1, 2], [3]])).toThrow(
      /length of counts\[1\] must be a whole number from 2 to 2, got 1/,
    );
    expect(() => suppressSmallCells([[1.5]])).toThrow(/counts\[0\]\[0\] must be a whole number/);
    expect(() => suppressSmallCells([[-1]])).toThrow(RangeError);
    expect(() => suppressSmallCells([[1]], { least: 1 })).toThrow(/least/);
    expect(() => suppressSmallCells({} as never)).toThrow(/counts must be an array/);
  });
});
