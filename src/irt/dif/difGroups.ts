import { checkOneEach } from '../../math/check.ts';
import { checkMatrix, type ResponseMatrix } from '../responseMatrix.ts';

/** What all methods for differential item functioning by a matching score share. */
export interface DifOptions {
  /** Label of the focal group; the other label when the first person is of the reference group: the second in order of appearance when absent. */
  readonly focal?: string;
  /** Items the matching score is made of, besides the item itself; all when absent. */
  readonly anchors?: readonly string[];
  /** Whether flagged items leave the matching score until nothing changes; false when absent. */
  readonly purify?: boolean;
  /** Level of significance at which an item is flagged; 0.05 when absent. */
  readonly alpha?: number;
}

/** Persons with answers to every item of the matching score, and their group. */
export interface DifGroups {
  readonly focal: string;
  readonly reference: string;
  /** Row numbers of complete persons. */
  readonly people: readonly number[];
  /** Whether each of them is of the focal group. */
  readonly isFocal: readonly boolean[];
  /** Persons with a missing answer. */
  readonly unused: number;
}

/** Splits the persons of a matrix of 0 and 1 into two groups; throws unless there are exactly two labels. */
export function difGroups(
  where: string,
  matrix: ResponseMatrix,
  groups: readonly string[],
  wanted: string | undefined,
): DifGroups {
  checkMatrix(where, matrix);
  const { personIds, itemIds, answers } = matrix;
  checkOneEach(where, 'groups', groups.length, 'persons', personIds.length);
  const labels = [...new Set(groups)];
  if (labels.length !== 2) throw new RangeError(`${where}: groups must have two labels, got ${labels.length}`);
  const focal = wanted ?? labels[1]!;
  if (!labels.includes(focal)) throw new RangeError(`${where}: focal must be one of the labels, got "${focal}"`);
  const width = itemIds.length;
  const people: number[] = [];
  for (const person of personIds.keys()) {
    const row = answers.subarray(person * width, (person + 1) * width);
    const high = row.findIndex((answer) => answer > 1);
    if (high >= 0)
      throw new RangeError(`${where}: item "${itemIds[high]}" has an answer ${row[high]}; it takes 0 and 1 only`);
    if (!row.includes(-1)) people.push(person);
  }
  return {
    focal,
    reference: labels.find((label) => label !== focal)!,
    people,
    isFocal: people.map((person) => groups[person] === focal),
    unused: personIds.length - people.length,
  };
}

const MOST_ROUNDS = 20;

/**
 * Tests every item given a matching score, and with `purify` again without the flagged ones until the same are flagged twice. `test`
 * gets the answers to an item and the score: the sum of the anchors that are left and the item itself.
 */
export function purified<T extends { readonly isFlagged: boolean }>(
  where: string,
  { itemIds, answers }: ResponseMatrix,
  { people }: DifGroups,
  { anchors = itemIds, purify = false, alpha = 0.05 }: DifOptions,
  test: (answers: Uint8Array, score: Float64Array, id: string) => T,
): { items: T[]; rounds: number; settled: boolean } {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`${where}: alpha must lie in (0, 1), got ${alpha}`);
  const width = itemIds.length;
  const unknown = anchors.find((id) => !itemIds.includes(id));
  if (unknown !== undefined) throw new RangeError(`${where}: anchor "${unknown}" is not in the matrix`);
  const columns = itemIds.map((_, j) => Uint8Array.from(people, (person) => answers[person * width + j]!));
  const isAnchor = itemIds.map((id) => anchors.includes(id));
  let matching = isAnchor;
  let items: T[] = [];
  for (let rounds = 1; ; rounds++) {
    items = itemIds.map((id, j) => {
      const score = new Float64Array(people.length);
      for (const [k, column] of columns.entries()) {
        if (matching[k] || k === j) for (let i = 0; i < score.length; i++) score[i]! += column[i]!;
      }
      return test(columns[j]!, score, id);
    });
    const next = isAnchor.map((is, k) => is && !items[k]!.isFlagged);
    const settled = next.every((is, k) => is === matching[k]);
    if (!purify || settled || rounds >= MOST_ROUNDS) return { items, rounds, settled: settled || !purify };
    matching = next;
  }
}
