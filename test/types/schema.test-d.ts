import type { Competency, CompetencyGraph } from 'tutelage/competency';
import type { Activity, QMatrixRow } from 'tutelage/content';
import type { Feasibility } from 'tutelage/environment';
import type { Evidence } from 'tutelage/evidence';
import type { Item } from 'tutelage/irt';
import type { Mastery, MasteryEstimate } from 'tutelage/mastery';
import type { Path } from 'tutelage/path';
import type { LearnerExport } from 'tutelage/privacy';
import type * as profile from 'tutelage/profile';
import type { CompetencyDecision, Progression } from 'tutelage/progression';
import type { Report, Section } from 'tutelage/report';
import type { Review, Schedule, StudySession } from 'tutelage/schedule';
import * as schema from 'tutelage/schema';
import { expectTypeOf, it } from 'vitest';
import * as z from 'zod/mini';

/** Schemas infer mutable data; the interfaces are readonly all the way down. */
type DeepReadonly<T> = T extends [infer A, infer B]
  ? readonly [DeepReadonly<A>, DeepReadonly<B>]
  : T extends (infer E)[]
    ? readonly DeepReadonly<E>[]
    : T extends object
      ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
      : T;
type Inferred<S extends z.ZodMiniType> = DeepReadonly<z.infer<S>>;

it('schema and interface say the same, both ways', () => {
  expectTypeOf<Inferred<typeof schema.learnerProfile>>().toEqualTypeOf<profile.LearnerProfile>();
  expectTypeOf<Inferred<typeof schema.availability>>().toEqualTypeOf<profile.Availability>();
  expectTypeOf<Inferred<typeof schema.accessNeeds>>().toEqualTypeOf<profile.AccessNeeds>();
  expectTypeOf<Inferred<typeof schema.accommodationPlan>>().toEqualTypeOf<profile.AccommodationPlan>();
  expectTypeOf<Inferred<typeof schema.competencyRecord>>().toEqualTypeOf<profile.CompetencyRecord>();
  expectTypeOf<Inferred<typeof schema.confidenceCalibration>>().toEqualTypeOf<profile.ConfidenceCalibration>();
  expectTypeOf<Inferred<typeof schema.consent>>().toEqualTypeOf<profile.Consent>();
  expectTypeOf<Inferred<typeof schema.device>>().toEqualTypeOf<profile.Device>();
  expectTypeOf<Inferred<typeof schema.fieldProvenance>>().toEqualTypeOf<profile.FieldProvenance>();
  expectTypeOf<Inferred<typeof schema.goal>>().toEqualTypeOf<profile.Goal>();
  expectTypeOf<Inferred<typeof schema.history>>().toEqualTypeOf<profile.History>();
  expectTypeOf<Inferred<typeof schema.interests>>().toEqualTypeOf<profile.Interests>();
  expectTypeOf<Inferred<typeof schema.language>>().toEqualTypeOf<profile.Language>();
  expectTypeOf<Inferred<typeof schema.pace>>().toEqualTypeOf<profile.Pace>();
  expectTypeOf<Inferred<typeof schema.preferences>>().toEqualTypeOf<profile.Preferences>();
  expectTypeOf<Inferred<typeof schema.provenance>>().toEqualTypeOf<profile.Provenance>();
  expectTypeOf<Inferred<typeof schema.scaleScore>>().toEqualTypeOf<profile.ScaleScore>();
  expectTypeOf<Inferred<typeof schema.learnerStanding>>().toEqualTypeOf<profile.LearnerStanding>();
  expectTypeOf<Inferred<typeof schema.support>>().toEqualTypeOf<profile.Support>();
  expectTypeOf<Inferred<typeof schema.evidence>>().toEqualTypeOf<Evidence>();
  expectTypeOf<Inferred<typeof schema.competency>>().toEqualTypeOf<Competency>();
  expectTypeOf<Inferred<typeof schema.competencyGraph>>().toEqualTypeOf<CompetencyGraph>();
  expectTypeOf<Inferred<typeof schema.activity>>().toEqualTypeOf<Activity>();
  expectTypeOf<Inferred<typeof schema.qMatrixRow>>().toEqualTypeOf<QMatrixRow>();
  expectTypeOf<Inferred<typeof schema.item>>().toExtend<Item>();
  expectTypeOf<Item>().toExtend<Inferred<typeof schema.item>>();
  expectTypeOf<Inferred<typeof schema.masteryEstimate>>().toEqualTypeOf<MasteryEstimate>();
  expectTypeOf<Inferred<typeof schema.mastery>>().toEqualTypeOf<Mastery>();
  expectTypeOf<Inferred<typeof schema.competencyDecision>>().toEqualTypeOf<CompetencyDecision>();
  expectTypeOf<Inferred<typeof schema.progression>>().toEqualTypeOf<Progression>();
  expectTypeOf<Inferred<typeof schema.path>>().toEqualTypeOf<Path>();
  expectTypeOf<Inferred<typeof schema.review>>().toEqualTypeOf<Review>();
  expectTypeOf<Inferred<typeof schema.studySession>>().toEqualTypeOf<StudySession>();
  expectTypeOf<Inferred<typeof schema.schedule>>().toEqualTypeOf<Schedule>();
  expectTypeOf<Inferred<typeof schema.section>>().toEqualTypeOf<Section>();
  expectTypeOf<Inferred<typeof schema.report>>().toEqualTypeOf<Report>();
  expectTypeOf<Inferred<typeof schema.feasibility>>().toEqualTypeOf<Feasibility>();
  expectTypeOf<Inferred<typeof schema.learnerExport>>().branded.toEqualTypeOf<LearnerExport>();
});

it('parsing takes anything and gives a result of the noun', () => {
  expectTypeOf<typeof schema.parseLearnerProfile>().parameter(0).toBeUnknown();
  expectTypeOf<ReturnType<typeof schema.parseEvidence>>().toEqualTypeOf<schema.Result<Evidence[]>>();
  expectTypeOf<ReturnType<typeof schema.parsePath>>().toEqualTypeOf<schema.Result<Path>>();
});

it('fields of your own are typed', () => {
  const mine = z.extend(schema.learnerProfile, { school: z.string() });
  const result = schema.parseLearnerProfile({}, mine);
  if (result.ok) expectTypeOf(result.value.school).toBeString();
  // @ts-expect-error a schema of something else
  schema.parseLearnerProfile({}, z.object({ school: z.string() }));
});
