import { checkOnce, checkOneEach } from '../math/check.ts';
import type { Answer } from './item.ts';

/** Answers of many persons to many items, one byte each. */
export interface ResponseMatrix {
  readonly personIds: readonly string[];
  readonly itemIds: readonly string[];
  /** Row-major persons x items: the category answered, or -1 when not administered. */
  readonly answers: Int8Array;
}

const HIGHEST_CATEGORY = 127;

/**
 * Packs rows of answers into a response matrix.
 *
 * @param rows one row per person, one answer per item: a category 0..127, or null when not administered
 * @param ids names of persons and items; `person-1`, `item-1`, ... when absent
 * @returns the matrix, one byte per answer
 * @throws TypeError for rows that are no arrays, RangeError for rows of unequal length, an answer that is no category, or
 * ids that are repeated or of the wrong number
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 *
 * const matrix = responseMatrix([[1, 0, null], [0, 1, 1]], { items: ['q1', 'q2', 'q3'] });
 * Array.from(matrix.answers); // => [1, 0, -1, 0, 1, 1]
 * matrix.personIds; // => ['person-1', 'person-2']
 */
export function responseMatrix(
  rows: readonly (readonly Answer[])[],
  ids: { readonly persons?: readonly string[]; readonly items?: readonly string[] } = {},
): ResponseMatrix {
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw new TypeError('responseMatrix: rows must be an array of arrays of answers, one array per person');
  }
  const width = ids.items?.length ?? rows[0]?.length ?? 0;
  const itemIds = names('items', ids.items, width, 'item-');
  const personIds = names('persons', ids.persons, rows.length, 'person-');
  const answers = new Int8Array(rows.length * width).fill(-1);
  for (const [person, row] of rows.entries()) {
    if (row.length !== width) {
      throw new RangeError(
        `responseMatrix: rows[${person}] has ${row.length} answers, expected ${width}; use null for items not administered`,
      );
    }
    for (let item = 0; item < width; item++) {
      const answer = row[item]!;
      if (answer === null) continue;
      if (!Number.isInteger(answer) || answer < 0 || answer > HIGHEST_CATEGORY) {
        throw new RangeError(
          `responseMatrix: rows[${person}][${item}] must be a category 0..${HIGHEST_CATEGORY} or null, got ${String(answer)}`,
        );
      }
      answers[person * width + item] = answer;
    }
  }
  return { personIds, itemIds, answers };
}

function names(what: string, given: readonly string[] | undefined, count: number, prefix: string): string[] {
  if (given === undefined) return Array.from({ length: count }, (_, k) => `${prefix}${k + 1}`);
  checkOneEach('responseMatrix', 'names in ids', given.length, what, count);
  if (given.some((id) => typeof id !== 'string' || id === '')) {
    throw new TypeError(`responseMatrix: ids.${what} must be non-empty strings`);
  }
  checkOnce('responseMatrix', `ids.${what}:`, given);
  return [...given];
}

/** Throws unless a matrix has one answer per person and item, and every item once. */
export function checkMatrix(where: string, matrix: ResponseMatrix): void {
  if (!(matrix?.answers instanceof Int8Array)) {
    throw new TypeError(`${where}: matrix must be a response matrix; make one with responseMatrix(rows)`);
  }
  const { personIds, itemIds, answers } = matrix;
  checkOneEach(where, 'answers', answers.length, 'cells of persons x items', personIds.length * itemIds.length);
  checkOnce(where, 'item', itemIds);
}
