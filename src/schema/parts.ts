// Built from as few kinds of zod check as will do: each kind costs every bundle 0.1 to 0.3 kB gzip.
import * as z from 'zod/mini';

/** A non-empty string. */
export const id = z.string().check(z.minLength(1));
/** A number in [0, 1]. */
export const share = z.number().check(z.gte(0), z.lte(1));
/** A number above 0. */
export const positive = z.number().check(z.gt(0));
/** A whole number of 0 or more. */
export const count = z.number().check(z.gte(0), z.refine(Number.isInteger, 'must be a whole number'));
/** True or false. */
export const yesNo = z.literal([true, false]);
/** Epoch ms. */
export const time = z.number();
