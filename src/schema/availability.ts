import { id, list, object, oneOf, optional, positive, text } from './parts.ts';
import { stated } from './provenance.ts';
import { matching, rule } from './rule.ts';

const clock = text.check(matching(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'HH:MM'));
const span = { start: clock, end: clock };
const inOrder = rule<{ start: string; end: string }>(({ start, end }) => start < end, 'ends too early');

/** Schema of `Availability`. The time zone is a string here; `buildSchedule` checks that it exists. */
export const availability = object({
  timeZone: id,
  windows: list(object({ day: oneOf(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), ...span }).check(inOrder)),
  exceptions: optional(
    list(
      object({
        date: text.check(matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'YYYY-MM-DD')),
        windows: list(object(span).check(inOrder)),
      }),
    ),
  ),
  minutesPerWeek: optional(positive),
  stated,
});
