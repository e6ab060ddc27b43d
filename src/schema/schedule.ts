import type { Schedule } from '../schedule/schedule.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import { id, list, object, oneOf, optional, positive, share, size, text, time } from './parts.ts';
import type { Result } from './result.ts';

const kind = oneOf(['unit', 'review']);

/** Schema of `Review`. */
export const review = object({
  id,
  dueAt: time,
  minutes: positive,
  retrievability: optional(share),
});

/** Schema of `StudySession`. */
export const studySession = object({
  start: time,
  end: time,
  blocks: list(object({ kind, id, start: time, end: time, part: text, text })),
});

/** Schema of `Schedule`. */
export const schedule = object({
  timeZone: id,
  from: time,
  until: time,
  policy: text,
  sessions: list(studySession),
  unplaced: list(
    object({
      kind,
      id,
      minutes: size,
      reason: oneOf(['noFreeTime', 'noTimeLeft', 'dueLater', 'noSessionLongEnough']),
    }),
  ),
  minutes: object({ available: size, units: size, reviews: size }),
});

/** How schedules are stored. */
export const scheduleKind: DocumentKind = { schema: 'tutelage/schedule', version: 1 };

/**
 * Checks what `buildSchedule` once returned.
 *
 * @param input a schedule, or a document made by `toDocument('schedule', schedule)`
 * @returns the schedule, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { parseSchedule } from 'tutelage/schema';
 *
 * const result = parseSchedule({ schema: 'tutelage/schedule', version: 2 });
 * result.ok || result.issues[0]!.code; // => 'newer_version'
 */
export function parseSchedule(input: unknown): Result<Schedule> {
  return parseDocument(scheduleKind, schedule, input);
}
