import { DAY, isoDate } from '../math/zonedTime.ts';
import type { Availability, Weekday } from '../profile/availability.ts';

/** Minutes after local midnight. */
type Window = readonly [opens: number, closes: number];

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The Monday of a day's week; days are counted from 1970-01-01, a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** Checks the windows of an availability; the result gives those of any day, counted from 1970-01-01. */
export function readWindows(availability: Availability): (day: number) => readonly Window[] {
  const byDay = weeklyWindows(availability);
  const byDate = exceptions(availability);
  return (day) => byDate.get(isoDate(day)) ?? byDay[day - mondayOf(day)]!;
}

function weeklyWindows({ windows }: Availability): Window[][] {
  if (!Array.isArray(windows)) throw new TypeError('availability: windows must be an array of { day, start, end }');
  const byDay = weekdays.map((): Window[] => []);
  for (const [index, window] of windows.entries()) {
    const where = `availability: windows[${index}]`;
    const day = weekdays.indexOf(window?.day);
    if (day < 0) throw new RangeError(`${where}: day must be one of ${weekdays.join(', ')}, got ${window?.day}`);
    byDay[day]!.push(minutesOf(where, window));
  }
  return byDay;
}

function exceptions({ exceptions: given = [] }: Availability): Map<string, Window[]> {
  const byDate = new Map<string, Window[]>();
  for (const [index, { date, windows }] of given.entries()) {
    const where = `availability: exceptions[${index}]`;
    const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
    if (Number.isNaN(time) || isoDate(time / DAY) !== date) {
      throw new RangeError(`${where}: date must be a day of the calendar written YYYY-MM-DD, got "${date}"`);
    }
    if (byDate.has(date)) throw new RangeError(`${where}: ${date} is listed twice; put all its windows into one entry`);
    if (!Array.isArray(windows))
      throw new TypeError(`${where}: windows must be an array of { start, end }; [] for none`);
    byDate.set(
      date,
      windows.map((window, k) => minutesOf(`${where}.windows[${k}]`, window)),
    );
  }
  return byDate;
}

function minutesOf(where: string, window: { readonly start: string; readonly end: string }): Window {
  const { start, end } = window ?? {};
  const minutes = [start, end].map((clock) => {
    const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(clock) ?? [];
    const value = Number(hour) * 60 + Number(minute);
    if (!(value <= 1440)) {
      throw new RangeError(`${where}: times are written HH:MM, from 00:00 to 24:00, got "${clock}"`);
    }
    return value;
  }) as unknown as Window;
  if (minutes[1] <= minutes[0]) {
    throw new RangeError(
      `${where}: end must come after start, got ${start} to ${end}; split a window that passes midnight in two`,
    );
  }
  return minutes;
}
