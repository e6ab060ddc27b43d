import * as z from 'zod/mini';
import { parts } from './parts.ts';

const { positive } = parts;

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a local time HH:MM'));
const inOrder = z.refine<{ start: string; end: string }>(({ start, end }) => start < end, 'must end after it starts');
const window = z.strictObject({ start: clock, end: clock }).check(inOrder);

/** Schema of `Availability`. The time zone is a string here; `buildSchedule` checks that it exists. */
export const availability = z.strictObject({
  timeZone: z.string().check(z.regex(/[\s\S]/, 'must not be empty')),
  windows: z.array(
    z
      .strictObject({ day: z.literal(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), start: clock, end: clock })
      .check(inOrder),
  ),
  exceptions: z.exactOptional(
    z.array(
      z.strictObject({
        date: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a date YYYY-MM-DD')),
        windows: z.array(window),
      }),
    ),
  ),
  minutesPerWeek: z.exactOptional(positive),
});
