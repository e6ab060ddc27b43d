// Schemas of what people state about a learner.
import type * as z from 'zod/mini';
import { supportFeatures } from '../profile/supports.ts';
import {
  id,
  ids,
  list,
  number,
  object,
  oneOf,
  optional,
  positive,
  share,
  text,
  texts,
  time,
  weight,
  yesNo,
} from './parts.ts';
import { stated } from './provenance.ts';
import { atLeast } from './rule.ts';
import { device as deviceKind, hazard, input, modality, mode } from './words.ts';

const wish = <T extends z.ZodMiniType>(value: T) => object({ value, weight: share });
const wishes = <const V extends readonly [string, ...string[]]>(values: V) => optional(list(wish(oneOf(values))));

/** Schema of `Language`. */
export const language = object({
  tag: id,
  level: oneOf(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']),
  stated,
});

/** Schema of `Goal`. */
export const goal = object({
  id,
  competencyIds: ids,
  target: weight,
  due: optional(time),
  why: optional(text),
  owner: oneOf(['learner', 'teacher', 'parent']),
  status: oneOf(['open', 'reached', 'dropped']),
  stated,
});

/** Schema of `Preferences`. */
export const preferences = object({
  modality: optional(list(wish(modality))),
  grouping: wishes(['alone', 'pair', 'group', 'class']),
  timeOfDay: wishes(['morning', 'afternoon', 'evening']),
  sessionMinutes: optional(wish(positive)),
  challenge: optional(wish(weight)),
  stated,
});

/** Schema of `Interests`. */
export const interests = object({
  riasec: optional(
    object({
      instrument: text,
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
  tags: optional(list(object({ id, weight: share }))),
  stated,
});

/** Schema of `Device`. */
export const device = object({
  kind: deviceKind,
  screenWidth: optional(positive),
  offline: optional(yesNo),
  input: optional(list(input)),
  stated,
});

/** Schema of `AccessNeeds`. */
export const accessNeeds = object({
  modes: optional(list(mode)),
  avoid: optional(list(hazard)),
  stated,
});

/** Schema of `Support`. */
export const support = object({
  feature: oneOf(supportFeatures),
  state: oneOf(['initial', 'option', 'prohibit']),
  timeMultiplier: optional(number.check(atLeast(1))),
  extraMinutes: optional(positive),
  unlimitedTime: optional(yesNo),
  stated,
});

/** Schema of `AccommodationPlan`. */
export const accommodationPlan = object({
  kind: oneOf(['iep', '504', 'other']),
  accommodations: texts,
  review: optional(time),
  stated,
});

/** Schema of `Consent`. */
export const consent = object({
  purpose: text,
  given: yesNo,
  by: oneOf(['learner', 'parent', 'guardian', 'school']),
  at: time,
  expires: optional(time),
});
