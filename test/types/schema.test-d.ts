import type { Evidence } from 'tutelage/evidence';
import type { Item } from 'tutelage/irt';
import type { Availability, LearnerProfile } from 'tutelage/profile';
import type {
  availability,
  evidence,
  item,
  learnerProfile,
  parseEvidence,
  parseLearnerProfile,
  Result,
} from 'tutelage/schema';
import { expectTypeOf, it } from 'vitest';
import type * as z from 'zod/mini';

/** Schemas infer mutable data; the interfaces are readonly all the way down. */
type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

it('schema and interface say the same, both ways', () => {
  expectTypeOf<DeepReadonly<z.infer<typeof learnerProfile>>>().toEqualTypeOf<LearnerProfile>();
  expectTypeOf<DeepReadonly<z.infer<typeof evidence>>>().toEqualTypeOf<Evidence>();
  expectTypeOf<DeepReadonly<z.infer<typeof availability>>>().toEqualTypeOf<Availability>();
  expectTypeOf<DeepReadonly<z.infer<typeof item>>>().toExtend<Item>();
  expectTypeOf<Item>().toExtend<DeepReadonly<z.infer<typeof item>>>();
});

it('parsing takes anything and gives a result', () => {
  expectTypeOf<typeof parseLearnerProfile>().parameter(0).toBeUnknown();
  expectTypeOf<ReturnType<typeof parseEvidence>>().toEqualTypeOf<Result<Evidence[]>>();
});
