import * as z from 'zod/mini';
import { above, atLeast, atMost, rule, whole } from './rule.ts';

// The values that every schema is made of.

export { array as list, exactOptional as optional, literal as oneOf, strictObject as object } from 'zod/mini';

export const text = z.string();
export const texts = z.array(text);
export const number = z.number();
/** A non-empty string. */
export const id = text.check(rule((x) => x !== '', 'is empty', { minLength: 1 }, 'invalid_format'));
export const ids = z.array(id);
/** A number in [0, 1]. */
export const share = number.check(atLeast(0), atMost(1));
/** A number in (0, 1]. */
export const weight = number.check(above(0), atMost(1));
/** A number above 0. */
export const positive = number.check(above(0));
/** A number of 0 or more. */
export const size = number.check(atLeast(0));
/** A whole number of 0 or more. */
export const count = size.check(whole);
/** True or false. */
export const yesNo = z.literal([true, false]);
/** A number or null. zod's own `nullable` costs more than this; null passes `atLeast` and `atMost` like 0 does. */
export const numberOrNull = z
  .unknown()
  .check(
    rule(
      (x) => x === null || Number.isFinite(x),
      'must be number or null',
      { type: ['number', 'null'] },
      'invalid_type',
    ),
  ) as unknown as z.ZodMiniType<number | null, number | null>;
export const shareOrNull = numberOrNull.check(atLeast(0), atMost(1));
export const sizeOrNull = numberOrNull.check(atLeast(0));
// Epoch ms, and epoch ms or null where nobody recorded it.
export { number as time, numberOrNull as timeOrNull };
