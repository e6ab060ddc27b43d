import { checkList } from '../math/check.ts';

/** Which competencies an item measures (a row of Tatsuoka's Q-matrix, kept sparse). */
export interface QMatrixRow {
  readonly itemId: string;
  readonly competencyIds: readonly string[];
}

/** Items and the competencies they measure, each item once. */
export type QMatrix = readonly QMatrixRow[];

/**
 * Checks a Q-matrix and hands on a copy.
 *
 * @param rows items with the competencies they measure
 * @throws TypeError for ids that are no strings, RangeError for an item listed twice
 * @example
 * import { newQMatrix } from 'tutelage/content';
 *
 * newQMatrix([{ itemId: 'q1', competencyIds: ['halves', 'fractions'] }]).length; // => 1
 */
export function newQMatrix(rows: readonly QMatrixRow[]): QMatrix {
  checkList('newQMatrix', 'rows', rows);
  const seen = new Set<string>();
  for (const [position, { itemId, competencyIds }] of rows.entries()) {
    if (typeof itemId !== 'string' || itemId === '') {
      throw new TypeError(`newQMatrix: rows[${position}].itemId must be a non-empty string, got ${String(itemId)}`);
    }
    if (!Array.isArray(competencyIds) || competencyIds.some((id) => typeof id !== 'string' || id === '')) {
      throw new TypeError(`newQMatrix: competencyIds of item "${itemId}" must be an array of non-empty strings`);
    }
    if (seen.has(itemId)) throw new RangeError(`newQMatrix: item "${itemId}" is listed twice; join its rows into one`);
    seen.add(itemId);
  }
  return rows.map(({ itemId, competencyIds }) => ({ itemId, competencyIds: [...new Set(competencyIds)] }));
}
