// Built from as few kinds of zod check as will do: each kind costs every bundle 0.1 to 0.3 kB gzip.
import * as z from 'zod/mini';

/** The values that every schema is made of. */
export const parts = {
  /** A non-empty string. */
  id: z.string().check(z.regex(/[\s\S]/, 'must not be empty')),
  /** A number in [0, 1]. */
  share: z.number().check(z.gte(0), z.lte(1)),
  /** A number above 0. */
  positive: z.number().check(z.gt(0)),
  /** A whole number of 0 or more. */
  count: z.number().check(z.gte(0), z.refine(Number.isInteger, 'must be a whole number')),
  /** True or false. */
  yesNo: z.literal([true, false]),
  /** Epoch ms. */
  time: z.number(),
};
