import { type Documents, documentOf } from './documents.ts';

/**
 * A value as it should be stored: plain JSON that says what it is and in which version.
 *
 * @param name what it is
 * @param value the value; lists are kept under `entries`
 * @returns a fresh object `{ schema, version, ... }`, which the parser of its name and `migrate` read, now and in later versions
 * @throws RangeError for an unknown name
 * @example
 * import { toDocument } from 'tutelage/schema';
 *
 * toDocument('qMatrix', [{ itemId: 'q1', competencyIds: ['fractions'] }]).schema; // => 'tutelage/q-matrix'
 */
export function toDocument<Name extends keyof Documents>(
  name: Name,
  value: Documents[Name],
): { readonly schema: string; readonly version: number } & Readonly<Record<string, unknown>> {
  const { schema, version } = documentOf('toDocument', name).kind;
  return { schema, version, ...(Array.isArray(value) ? { entries: value } : value) };
}
