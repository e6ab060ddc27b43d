import type { Activity } from 'tutelage/content';
import { type Feasibility, feasibleActivities } from 'tutelage/environment';
import type { Evidence } from 'tutelage/evidence';
import { type AbilityEstimate, estimateAbility, type Item } from 'tutelage/irt';
import { estimateMastery, type Mastery, type MasteryEstimator, recordEvidence } from 'tutelage/mastery';
import { chen2008, type Path, planPath } from 'tutelage/path';
import { type LearnerProfile, stateFacts } from 'tutelage/profile';
import { decideProgression, type Progression, type Rule } from 'tutelage/progression';
import type { TracingModel } from 'tutelage/tracing';
import { expectTypeOf, it } from 'vitest';

it('the doors of the line have the shapes others write against', () => {
  expectTypeOf(estimateAbility).returns.toEqualTypeOf<AbilityEstimate>();
  expectTypeOf(estimateMastery).toBeCallableWith([] as Evidence[], { by: {} as MasteryEstimator });
  expectTypeOf(estimateMastery).returns.toEqualTypeOf<Mastery>();
  expectTypeOf(decideProgression).toBeCallableWith({} as Mastery, [] as Evidence[], { rule: {} as Rule });
  expectTypeOf(decideProgression).returns.toEqualTypeOf<Progression>();
  expectTypeOf(planPath).returns.toExtend<Path>();
  expectTypeOf(chen2008).toBeCallableWith({
    units: [],
    pretest: [{ itemId: 'q1', correct: true }],
    weight: 0.5,
    seed: 0,
  });
});

it('evidence goes into a profile, and a profile keeps the fields of its own', () => {
  type Mine = LearnerProfile & { readonly school: string };
  expectTypeOf(recordEvidence<Mine>).toBeCallableWith({} as Mine, {} as Evidence, { by: {} as TracingModel });
  expectTypeOf(recordEvidence<Mine>).toBeCallableWith({} as Mine, [] as Evidence[], { by: {} as TracingModel });
  expectTypeOf(recordEvidence<Mine>).returns.toEqualTypeOf<Mine>();
  expectTypeOf(stateFacts<Mine>).returns.toEqualTypeOf<Mine>();
  expectTypeOf(feasibleActivities).toBeCallableWith([] as Activity[], {}, {} as LearnerProfile);
  expectTypeOf(feasibleActivities).returns.toEqualTypeOf<Feasibility>();
});

it('items are told apart by their model', () => {
  expectTypeOf<Extract<Item, { model: 'rasch' }>>().toEqualTypeOf<{
    readonly id: string;
    readonly model: 'rasch';
    readonly b: number;
  }>();
  // @ts-expect-error a Rasch item has no discrimination
  const wrong: Item = { id: 'q', model: 'rasch', b: 0, a: 1 };
  expectTypeOf(wrong).toEqualTypeOf<Item>();
});
