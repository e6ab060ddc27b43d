// Schemas of what is measured or computed of a learner.
import * as z from 'zod/mini';
import {
  count,
  id,
  ids,
  list,
  number,
  object,
  oneOf,
  optional,
  positive,
  share,
  shareOrNull,
  size,
  sizeOrNull,
  text,
  time,
  timeOrNull,
} from './parts.ts';
import { stated } from './provenance.ts';
import { atLeast, atMost } from './rule.ts';

const mark = { state: z.unknown(), n: count, at: timeOrNull, id };

/** Schema of `CompetencyRecord`. */
export const competencyRecord = object({
  competencyId: id,
  value: shareOrNull,
  sd: sizeOrNull,
  n: count,
  ungraded: optional(count),
  lastAt: timeOrNull,
  by: text,
  trace: optional(object({ ...mark, checkpoints: optional(list(object(mark))) })),
});

const standing = list(object({ competencyId: id, probabilityAbove: share, difference: number, evidenceIds: ids }));

/** Schema of `LearnerStanding`. */
export const learnerStanding = object({
  scale: oneOf(['ability', 'share']),
  strengths: standing,
  needs: standing,
  unknown: list(
    object({
      competencyId: id,
      reason: oneOf(['noEvidence', 'fewAnswers', 'unclear', 'onlyOne']),
    }),
  ),
});

/** Schema of `ScaleScore`. */
export const scaleScore = object({
  scale: text,
  score: size.check(atMost(100)),
  se: optional(size),
  at: time,
  stated,
});

/** Schema of `ConfidenceCalibration`. */
export const confidenceCalibration = object({ bias: number.check(atLeast(-1), atMost(1)), n: count });

/** Schema of `Pace`. */
export const pace = object({ multiplier: positive, sd: optional(size), n: count });

/** Schema of `History`. */
export const history = object({
  n: count,
  firstAt: timeOrNull,
  lastAt: timeOrNull,
  lastId: optional(id),
  evidenceIds: optional(ids),
});
