import { type PatternBlocks, patternBlocks, patternRows } from '../patternTables.ts';

/** Distinct answer patterns of a group with how many persons gave each. */
export interface Patterns {
  readonly count: Float64Array;
  readonly blocks: PatternBlocks;
  /** Rows of each pattern in the blocks, one per block: patterns x blocks. */
  readonly rows: Int32Array;
  /** Number of persons with an answer. */
  readonly persons: number;
}

/** Answers to `columns` of a matrix `width` wide, whose items have so many categories, by `people` (row numbers; all when absent). */
export interface PatternSource {
  readonly answers: Int8Array;
  readonly width: number;
  readonly columns: readonly number[];
  readonly categories: ArrayLike<number>;
  readonly people?: ArrayLike<number>;
}

/** Counts equal rows once, in the order of their first person; rows without any answer are left out. */
export function patternsOf({ answers, width, columns, categories, people }: PatternSource): Patterns {
  const isWhole = columns.length === width && !people;
  const total = people?.length ?? (width === 0 ? 0 : answers.length / width);
  const items = columns.length;
  let kept = answers;
  if (!isWhole) {
    kept = new Int8Array(total * items);
    for (let i = 0, to = 0; i < total; i++) {
      const from = (people ? people[i]! : i) * width;
      for (let j = 0; j < items; j++) kept[to++] = answers[from + columns[j]!]!;
    }
  }
  const blocks = patternBlocks(kept, categories);
  const each = blocks.starts.length - 1;
  const rows = new Int32Array(total * each);
  const count = new Float64Array(total);
  // open addressing: a slot holds the number of a pattern plus 1
  const size = 2 ** Math.ceil(Math.log2(2 * total + 2));
  const slots = new Int32Array(size);
  let found = 0;
  let persons = 0;
  for (let i = 0; i < total; i++) {
    let any = false;
    for (let k = i * items; k < (i + 1) * items && !any; k++) any = kept[k]! >= 0;
    if (!any) continue;
    persons++;
    const at = found * each;
    patternRows(blocks, kept, i * items, rows, at);
    let hash = 2166136261;
    for (let k = at; k < at + each; k++) hash = Math.imul(hash ^ rows[k]!, 16777619);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot] !== 0 && !isEqual(rows, (slots[slot]! - 1) * each, at, each)) slot = (slot + 1) & (size - 1);
    if (slots[slot] === 0) slots[slot] = ++found;
    count[slots[slot]! - 1]!++;
  }
  return { count: count.slice(0, found), blocks, rows: rows.subarray(0, found * each), persons };
}

function isEqual(rows: Int32Array, first: number, second: number, count: number): boolean {
  for (let k = 0; k < count; k++) if (rows[first + k] !== rows[second + k]) return false;
  return true;
}
