import * as z from 'zod/mini';
import type { Item } from '../irt/item.ts';
import { parseListBy } from './parseBy.ts';
import { parts } from './parts.ts';
import type { Result } from './result.ts';

const { id, positive } = parts;

const difficulty = z.number().check(z.gte(-1000), z.lte(1000));

/** Schema of one `Item`. */
export const item = z.discriminatedUnion('model', [
  z.strictObject({ id, model: z.literal('rasch'), b: difficulty }),
  z.strictObject({ id, model: z.literal('2pl'), a: positive.check(z.lte(1000)), b: difficulty }),
]);

/**
 * Checks a list of calibrated items from outside.
 *
 * @param input anything, typically from `JSON.parse`
 * @returns the items, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { parseItems } from 'tutelage/schema';
 *
 * parseItems([{ id: 'q1', model: 'rasch', b: 0.3 }]).ok; // => true
 * parseItems([{ id: 'q1', model: '2pl', a: -1, b: 0.3 }]).ok; // => false
 */
export function parseItems(input: unknown): Result<Item[]> {
  return parseListBy(item, input);
}
