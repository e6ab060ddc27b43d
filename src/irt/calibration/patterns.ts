import { type PatternBlocks, patternBlocks, patternRows } from '../patternTables.ts';

/** Distinct answer patterns with how many persons gave each. Row-major patterns x items; -1 where not administered. */
export interface Patterns {
  readonly answers: Int8Array;
  readonly count: Float64Array;
  readonly items: number;
  readonly blocks: PatternBlocks;
  /** Rows of each pattern in the blocks, one per block. */
  readonly rows: Int32Array;
}

/** Keeps the given columns of a matrix and counts equal rows once; rows without any answer are left out. */
export function patternsOf(answers: Int8Array, width: number, columns: readonly number[]): Patterns {
  const persons = width === 0 ? 0 : answers.length / width;
  const items = columns.length;
  const place = new Map<string, number>();
  const kept: Int8Array[] = [];
  const count: number[] = [];
  for (let person = 0; person < persons; person++) {
    const row = new Int8Array(items);
    let any = false;
    for (let j = 0; j < items; j++) {
      row[j] = answers[person * width + columns[j]!]!;
      if (row[j]! >= 0) any = true;
    }
    if (!any) continue;
    const key = row.join();
    const seen = place.get(key);
    if (seen === undefined) {
      place.set(key, kept.length);
      kept.push(row);
      count.push(1);
    } else count[seen]!++;
  }
  const packed = new Int8Array(kept.length * items);
  for (const [k, row] of kept.entries()) packed.set(row, k * items);
  const blocks = patternBlocks(packed, new Int32Array(items).fill(2));
  const each = blocks.starts.length - 1;
  const rows = new Int32Array(count.length * each);
  for (let i = 0; i < count.length; i++) patternRows(blocks, packed, i * items, rows, i * each);
  return { answers: packed, count: Float64Array.from(count), items, blocks, rows };
}
