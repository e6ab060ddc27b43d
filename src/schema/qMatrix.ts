import type { QMatrix } from '../content/qMatrix.ts';
import { type DocumentKind, parseEntries } from './parseDocument.ts';
import { id, ids, list, object } from './parts.ts';
import type { Result } from './result.ts';

/** Schema of one `QMatrixRow`. */
export const qMatrixRow = object({ itemId: id, competencyIds: ids });

/** Schema of `QMatrix`. */
export const qMatrix = list(qMatrixRow);

/** How Q-matrices are stored. */
export const qMatrixKind: DocumentKind = { schema: 'tutelage/q-matrix', version: 1 };

/**
 * Checks a Q-matrix from outside, row by row.
 *
 * @param input a list of rows, or a document made by `toDocument('qMatrix', rows)`
 * @returns the rows, or the first 100 issues with their paths
 * @remarks Never throws. Items listed twice are left to `newQMatrix`.
 * @example
 * import { parseQMatrix } from 'tutelage/schema';
 *
 * parseQMatrix([{ itemId: 'q1', competencyIds: ['fractions'] }]).ok; // => true
 */
export function parseQMatrix(input: unknown): Result<QMatrix> {
  return parseEntries(qMatrixKind, qMatrixRow, input);
}
