import { check } from '../math/check.ts';
import { DAY, zonedTime } from '../math/zonedTime.ts';

/** Options of {@link elapsedDays}. */
export interface ElapsedDaysOptions {
  /** IANA name, such as 'Europe/Lisbon'; 'UTC' when absent. */
  readonly timeZone?: string;
  /** Hour at which a learner's day begins, from 0 to below 24; 4 when absent: who works past midnight works on the same day. */
  readonly dayStartsAt?: number;
}

/**
 * Whole days between two moments as the learner's calendar counts them: how many times a new day began in between.
 *
 * @param from epoch ms
 * @param to epoch ms, not before `from`
 * @param options time zone and the hour at which days begin
 * @returns 0 on the same day, also across midnight before the day begins
 * @throws RangeError for an unknown time zone, times that are not finite or run backwards, or an hour outside [0, 24)
 * @remarks Forgetting models that treat a recall on the same day apart, such as `fsrs`, want days counted in this way. Days of clock changes count as one.
 * @example
 * import { elapsedDays } from 'tutelage/memory';
 *
 * const evening = Date.UTC(2026, 8, 1, 21); // 22:00 in Lisbon
 * elapsedDays(evening, evening + 4 * 3_600_000, { timeZone: 'Europe/Lisbon' }); // => 0
 * elapsedDays(evening, evening + 10 * 3_600_000, { timeZone: 'Europe/Lisbon' }); // => 1
 */
export function elapsedDays(from: number, to: number, options: ElapsedDaysOptions = {}): number {
  return daysBetween(options)(from, to);
}

/** The same with the calendar looked up once, for many pairs of moments. */
export function daysBetween(options: ElapsedDaysOptions = {}): (from: number, to: number) => number {
  const { timeZone = 'UTC', dayStartsAt = 4 } = options;
  const fine = dayStartsAt >= 0 && dayStartsAt < 24;
  check(fine, 'elapsedDays', 'dayStartsAt', dayStartsAt, 'an hour from 0 to below 24');
  const { toLocal } = zonedTime('elapsedDays', timeZone);
  const dayOf = (at: number) => Math.floor((toLocal(at) - dayStartsAt * 3_600_000) / DAY);
  return (from, to) => {
    for (const [name, at] of Object.entries({ from, to })) {
      check(Number.isFinite(at), 'elapsedDays', name, at, 'epoch ms');
    }
    if (to < from) throw new RangeError(`elapsedDays: to (${to}) lies before from (${from})`);
    return Math.max(0, dayOf(to) - dayOf(from));
  };
}
