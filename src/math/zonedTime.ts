/**
 * Clocks of a time zone. Local time is written as epoch ms *as if* the wall clock showed UTC, so that days and hours on
 * the wall are plain arithmetic.
 */
export interface ZonedTime {
  toLocal(epochMs: number): number;
  /**
   * A local time skipped by a clock change moves forward by the gap; one that occurs twice means the first: RFC 5545,
   * section 3.3.5.
   */
  toEpoch(localMs: number): number;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The date 'YYYY-MM-DD' of a day counted from 1970-01-01. */
export function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The clocks of an IANA time zone, by Intl. Throws for a zone that Intl does not know; `where` opens the message. */
export function zonedTime(where: string, timeZone: string): ZonedTime {
  const format = formatOf(where, timeZone);
  const toLocal = (epochMs: number): number => {
    const field = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    const get = (type: Intl.DateTimeFormatPartTypes) => field.get(type)!;
    const second = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
    return second + (((epochMs % 1000) + 1000) % 1000);
  };
  const offset = (epochMs: number): number => toLocal(epochMs) - epochMs;
  return {
    toLocal,
    toEpoch(localMs) {
      // The offsets in force a day before and a day after enclose any one clock change near this time.
      const early = localMs - offset(localMs - DAY);
      const late = localMs - offset(localMs + DAY);
      if (early === late) return early;
      const valid = [early, late].filter((epochMs) => toLocal(epochMs) === localMs);
      return valid.length > 0 ? Math.min(...valid) : early;
    },
  };
}

function formatOf(where: string, timeZone: string): Intl.DateTimeFormat {
  if (typeof timeZone !== 'string') {
    throw new TypeError(`${where}: timeZone must be a string such as "Europe/Lisbon", got ${timeZone}`);
  }
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new RangeError(
      `${where}: there is no time zone "${timeZone}"; use an IANA name such as "Europe/Lisbon" or "America/New_York"`,
    );
  }
}
