import { DAY, isoDate, MINUTE, zonedTime } from '../math/zonedTime.ts';
import type { Availability } from '../profile/availability.ts';
import { checkSpan } from './checkSpan.ts';
import { mondayOf, readWindows } from './readWindows.ts';

/** A stretch of free time. */
export interface FreeSlot {
  /** Epoch ms, on a full minute. */
  readonly start: number;
  readonly end: number;
  /** The local date of the week's Monday, 'YYYY-MM-DD'. */
  readonly week: string;
}

/**
 * The free time of a learner between two instants.
 *
 * Windows are local wall-clock time, so that 16:00 stays 16:00 across daylight-saving changes. When a clock change
 * skips a local time, it moves forward by the gap; when a local time occurs twice, the first counts (RFC 5545, section
 * 3.3.5). A window is therefore longer or shorter in real minutes when the clocks change within it, and a window that
 * lies in a gap may have no minutes that day.
 *
 * @param availability weekly windows in a time zone; an exception replaces all windows of its date
 * @param from epoch ms; slots are cut here, at the next full minute
 * @param until epoch ms, at most 3,660 days after `from` (our choice)
 * @returns slots in time order that do not overlap; overlapping and touching windows of one week are merged. Weekly
 * caps (`minutesPerWeek`) are not applied: which minutes of a week to use is the schedule's choice.
 * @throws TypeError for windows that are no array or a time zone that is no string, RangeError for an unknown time
 * zone or weekday, malformed times or dates, an end not after its start, a repeated exception, or until <= from
 * @remarks O(days x windows). The table of time zones is that of the JavaScript engine.
 * @example
 * import { expandWindows } from 'tutelage/schedule';
 *
 * const availability = {
 *   timeZone: 'Europe/Lisbon',
 *   windows: [{ day: 'sun', start: '00:30', end: '02:30' }],
 * } as const;
 * const [slot] = expandWindows(availability, Date.UTC(2025, 2, 29), Date.UTC(2025, 2, 31)); // clocks go forward at 01:00
 * slot && (slot.end - slot.start) / 60000; // => 60
 */
export function expandWindows(availability: Availability, from: number, until: number): FreeSlot[] {
  checkSpan('expandWindows', from, until);
  const zone = zonedTime('availability', availability?.timeZone);
  const windowsOn = readWindows(availability);
  const firstDay = Math.floor(zone.toLocal(from) / DAY) - 1;
  const lastDay = Math.floor(zone.toLocal(until) / DAY) + 1;
  const slots: FreeSlot[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    for (const [opens, closes] of windowsOn(day)) {
      const start = Math.ceil(Math.max(zone.toEpoch(day * DAY + opens * MINUTE), from) / MINUTE) * MINUTE;
      const end = Math.floor(Math.min(zone.toEpoch(day * DAY + closes * MINUTE), until) / MINUTE) * MINUTE;
      if (start < end) slots.push({ start, end, week: isoDate(mondayOf(day)) });
    }
  }
  return merged(slots);
}

function merged(slots: readonly FreeSlot[]): FreeSlot[] {
  const apart: FreeSlot[] = [];
  for (const slot of [...slots].sort((left, right) => left.start - right.start)) {
    const last = apart.at(-1);
    if (last && (slot.start < last.end || (slot.start === last.end && slot.week === last.week))) {
      apart[apart.length - 1] = { ...last, end: Math.max(last.end, slot.end) };
    } else apart.push(slot);
  }
  return apart;
}
