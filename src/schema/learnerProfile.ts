import * as z from 'zod/mini';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import { supportFeatures } from '../profile/supports.ts';
import { availability } from './availability.ts';
import { parseBy } from './parseBy.ts';
import { parts } from './parts.ts';
import type { Result } from './result.ts';

const { count, id, positive, share, time, yesNo } = parts;

const optional = z.exactOptional;
const stated = optional(
  z.strictObject({
    source: z.literal(['self', 'teacher', 'assessment', 'system']),
    at: time,
    confidence: optional(share),
    expires: optional(time),
    visibility: optional(z.literal(['private', 'teacher', 'parent', 'peer', 'public'])),
  }),
);
const wishes = <const V extends readonly [string, ...string[]]>(values: V) =>
  optional(z.array(z.strictObject({ value: z.literal(values), weight: share })));
const distinct = (key: string) =>
  z.refine<readonly object[]>(
    (list) => new Set(list.map((entry) => (entry as Record<string, unknown>)[key])).size === list.length,
    `must not list the same ${key} twice`,
  );

const goal = z.strictObject({
  id,
  competencyIds: z.array(id),
  target: z.number().check(z.gt(0), z.lte(1)),
  due: optional(time),
  why: optional(z.string()),
  owner: z.literal(['learner', 'teacher', 'parent']),
  status: z.literal(['open', 'reached', 'dropped']),
  stated,
});
const preferences = z.strictObject({
  modality: wishes(['text', 'audio', 'video', 'interactive', 'handsOn']),
  grouping: wishes(['alone', 'pair', 'group', 'class']),
  timeOfDay: wishes(['morning', 'afternoon', 'evening']),
  sessionMinutes: optional(positive),
  challenge: optional(z.number().check(z.gt(0), z.lt(1))),
  stated,
});
const number = z.number();
const interests = z.strictObject({
  riasec: optional(
    z.strictObject({
      instrument: z.string(),
      min: number,
      max: number,
      realistic: number,
      investigative: number,
      artistic: number,
      social: number,
      enterprising: number,
      conventional: number,
    }),
  ),
  tags: optional(z.array(z.strictObject({ id, weight: share }))),
  stated,
});
const record = z.strictObject({
  competencyId: id,
  value: z.nullable(share),
  sd: z.nullable(z.number().check(z.gte(0))),
  n: count,
  lastAt: z.nullable(time),
  by: z.string(),
});
const support = z.strictObject({
  feature: z.literal(supportFeatures),
  state: z.literal(['initial', 'option', 'prohibit']),
  timeMultiplier: optional(z.number().check(z.gte(1))),
  extraMinutes: optional(positive),
  unlimitedTime: optional(yesNo),
  stated,
});

/** Schema of `LearnerProfile`. Unknown keys are refused, so that nothing is lost in silence. */
export const learnerProfile = z.strictObject({
  schema: z.literal('tutelage/learner-profile'),
  version: z.literal(1),
  id,
  locale: optional(z.string()),
  languages: optional(
    z.array(z.strictObject({ tag: id, level: z.literal(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']) })),
  ),
  gradeBand: optional(z.string()),
  competencies: optional(z.array(record).check(distinct('competencyId'))),
  interests: optional(interests),
  goals: optional(z.array(goal).check(distinct('id'))),
  scales: optional(
    z.array(
      z.strictObject({
        scale: z.string(),
        score: z.number().check(z.gte(0), z.lte(100)),
        se: optional(z.number().check(z.gte(0))),
        at: time,
      }),
    ),
  ),
  confidence: optional(z.strictObject({ bias: z.number().check(z.gte(-1), z.lte(1)), n: count })),
  preferences: optional(preferences),
  pace: optional(z.strictObject({ multiplier: positive, sd: optional(z.number().check(z.gte(0))), n: count })),
  availability: optional(availability),
  devices: optional(
    z.array(
      z.strictObject({
        kind: z.literal(['phone', 'tablet', 'laptop', 'desktop', 'other']),
        screenWidth: optional(positive),
        offline: optional(yesNo),
        input: optional(z.array(z.literal(['touch', 'keyboard', 'mouse', 'switch', 'voice']))),
      }),
    ),
  ),
  places: optional(z.array(z.literal(['home', 'school', 'library', 'work', 'transit', 'other']))),
  bandwidth: optional(z.number().check(z.gte(0))),
  supports: optional(z.array(support)),
  plan: optional(
    z.strictObject({
      kind: z.literal(['iep', '504', 'other']),
      accommodations: z.array(z.string()),
      review: optional(time),
      stated,
    }),
  ),
  consent: optional(
    z.array(
      z.strictObject({
        purpose: z.string(),
        given: yesNo,
        by: z.literal(['learner', 'parent', 'guardian', 'school']),
        at: time,
        expires: optional(time),
      }),
    ),
  ),
  history: optional(z.array(id)),
});

/**
 * Checks a learner profile from outside.
 *
 * @param input anything, typically from `JSON.parse`
 * @returns the profile, or the first 100 issues with their paths. A later `version` than this package knows is refused
 * @remarks Never throws, however deep, large or odd the input. Unknown keys are issues: nothing is dropped in silence.
 * @example
 * import { parseLearnerProfile } from 'tutelage/schema';
 *
 * const text = '{ "schema": "tutelage/learner-profile", "version": 1, "id": "k4x9", "bandwidth": -1 }';
 * const result = parseLearnerProfile(JSON.parse(text));
 * result.ok || result.issues; // => [{ path: ['bandwidth'], code: 'too_small', message: 'must be at least 0' }]
 */
export function parseLearnerProfile(input: unknown): Result<LearnerProfile> {
  return parseBy(learnerProfile, input);
}
