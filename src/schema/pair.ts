import type * as z from 'zod/mini';
import { list } from './parts.ts';
import { rule } from './rule.ts';

const two = rule<readonly unknown[]>((list) => list.length === 2, 'must have two entries', {
  minItems: 2,
  maxItems: 2,
});

/** A list of two; zod's own tuple costs 0.5 kB. */
export const pair = <T extends z.ZodMiniType>(of: T) =>
  list(of).check(two as z.z.core.CheckFn<unknown>) as unknown as z.ZodMiniType<
    [z.output<T>, z.output<T>],
    [z.input<T>, z.input<T>]
  >;
