import fc from 'fast-check';
import { expandWindows, type FreeSlot } from 'tutelage/schedule';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const zones = ['Europe/Lisbon', 'America/New_York', 'Australia/Sydney'];
const at = (text: string) => Date.parse(text);

/** An instant on the wall, by Intl: 'mon 16:00'. */
const onTheWall = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return (instant: number) => format.format(instant).toLowerCase().replace(',', '');
};
const minutes = ({ start, end }: FreeSlot) => (end - start) / 60_000;

describe('expandWindows', () => {
  it('has no slots without windows', () => {
    expect(expandWindows({ timeZone: 'UTC', windows: [] }, 0, 1e9)).toEqual([]);
  });

  it.each(zones)('keeps the time on the wall over a year of clock changes in %s', (timeZone) => {
    const windows = days.map((day) => ({ day, start: '16:00', end: '17:30' }));
    const slots = expandWindows(deepFreeze({ timeZone, windows }), at('2025-01-01T00:00Z'), at('2026-01-01T00:00Z'));
    const wall = onTheWall(timeZone);
    expect(slots.length).toBeGreaterThanOrEqual(364);
    for (const slot of slots) {
      expect(wall(slot.start)).toMatch(/ 16:00$/);
      expect(wall(slot.end)).toMatch(/ 17:30$/);
      expect(minutes(slot)).toBe(90);
    }
    // Both clock changes are inside: two different offsets occur.
    expect(new Set(slots.map(({ start }) => start % 86_400_000)).size).toBe(2);
  });

  it('gives a learner in Sydney and one in New York the same wall clock, 14 to 16 hours apart', () => {
    const windows = [{ day: 'wed', start: '17:00', end: '18:00' }] as const;
    const span = [at('2025-01-01T00:00Z'), at('2026-01-01T00:00Z')] as const;
    const sydney = expandWindows({ timeZone: 'Australia/Sydney', windows }, ...span);
    const newYork = expandWindows({ timeZone: 'America/New_York', windows }, ...span);
    const apart = newYork.map(({ start }) => {
      const sameDate = sydney.find((slot) => Math.abs(slot.start - start) < 24 * 3_600_000)!;
      return (start - sameDate.start) / 3_600_000;
    });
    expect([...new Set(apart)].sort()).toEqual([14, 15, 16]);
  });

  it('makes a window longer or shorter when the clocks change within it', () => {
    const night = { timeZone: 'America/New_York', windows: [{ day: 'sun', start: '00:00', end: '04:00' }] } as const;
    const lengths = (from: string, until: string) => expandWindows(night, at(from), at(until)).map(minutes);
    expect(lengths('2025-03-01T12:00Z', '2025-03-17T12:00Z')).toEqual([240, 180, 240]);
    expect(lengths('2025-10-25T12:00Z', '2025-11-10T12:00Z')).toEqual([240, 300, 240]);
  });

  it('moves a window whose start is skipped forward by the gap, and drops one that falls into it', () => {
    const lost = (start: string, end: string) =>
      expandWindows(
        { timeZone: 'Europe/Lisbon', windows: [{ day: 'sun', start, end }] },
        at('2025-03-30T00:00Z'),
        at('2025-03-31T00:00Z'),
      ).map(({ start, end }) => [start, end].map(onTheWall('Europe/Lisbon')));
    expect(lost('01:30', '04:00')).toEqual([['sun 02:30', 'sun 04:00']]);
    expect(lost('01:15', '01:45')).toEqual([['sun 02:15', 'sun 02:45']]);
    expect(lost('01:30', '02:30')).toEqual([]);
  });

  it('moves the windows of a day that a country skipped to the next, without overlap', () => {
    const apia = { timeZone: 'Pacific/Apia', windows: days.map((day) => ({ day, start: '16:00', end: '17:00' })) };
    const slots = expandWindows(apia, at('2011-12-29T00:00Z'), at('2012-01-01T12:00Z'));
    expect(slots.map(({ start }) => onTheWall('Pacific/Apia')(start))).toEqual(
      ['wed', 'thu', 'sat', 'sun'].map((day) => `${day} 16:00`),
    );
  });

  it('merges overlapping and touching windows of a week', () => {
    const windows = [
      { day: 'tue', start: '10:00', end: '11:00' },
      { day: 'tue', start: '09:00', end: '10:00' },
      { day: 'tue', start: '10:30', end: '12:00' },
      { day: 'tue', start: '22:00', end: '24:00' },
      { day: 'wed', start: '00:00', end: '01:00' },
      { day: 'sun', start: '23:00', end: '24:00' },
      { day: 'mon', start: '00:00', end: '01:00' },
    ] as const;
    const slots = expandWindows({ timeZone: 'UTC', windows }, at('2025-03-03T02:00Z'), at('2025-03-11T00:00Z'));
    expect(slots.map((slot) => [new Date(slot.start).toISOString().slice(5, 16), minutes(slot), slot.week])).toEqual([
      ['03-04T09:00', 180, '2025-03-03'],
      ['03-04T22:00', 180, '2025-03-03'],
      ['03-09T23:00', 60, '2025-03-03'],
      ['03-10T00:00', 60, '2025-03-10'],
    ]);
  });

  it('replaces all windows of an exception, on days with and without weekly windows', () => {
    const availability = {
      timeZone: 'Europe/Lisbon',
      windows: [{ day: 'mon', start: '16:00', end: '17:00' }],
      exceptions: [
        { date: '2025-03-10', windows: [] },
        { date: '2025-03-17', windows: [{ start: '08:00', end: '08:30' }] },
        { date: '2025-03-19', windows: [{ start: '23:30', end: '24:00' }] },
      ],
    } as const;
    const slots = expandWindows(availability, at('2025-03-03T00:00Z'), at('2025-03-24T00:00Z'));
    const wall = onTheWall('Europe/Lisbon');
    expect(slots.map(({ start, end }) => `${wall(start)} to ${wall(end)}`)).toEqual([
      'mon 16:00 to mon 17:00',
      'mon 08:00 to mon 08:30',
      'wed 23:30 to thu 00:00',
    ]);
  });

  it('cuts slots at the ends of the span, inwards to full minutes', () => {
    const availability = { timeZone: 'UTC', windows: [{ day: 'mon', start: '16:00', end: '17:00' }] } as const;
    const slots = expandWindows(availability, at('2025-03-03T16:20:31Z'), at('2025-03-10T16:40:59Z'));
    expect(slots.map(({ start, end }) => [start, end])).toEqual([
      [at('2025-03-03T16:21Z'), at('2025-03-03T17:00Z')],
      [at('2025-03-10T16:00Z'), at('2025-03-10T16:40Z')],
    ]);
    expect(expandWindows(availability, at('2025-03-03T16:59:30Z'), at('2025-03-03T20:00Z'))).toEqual([]);
  });

  it('refuses malformed windows and dates, saying which', () => {
    const expand = (window: object, exceptions: object[] = []) =>
      expandWindows({ timeZone: 'UTC', windows: [window], exceptions } as never, 0, 1e9);
    const fine = { day: 'mon', start: '09:00', end: '10:00' };
    for (const start of ['9:00', '09:60', '24:30', '25:00', '0900', '', ' 09:00', null, 9]) {
      expect(() => expand({ ...fine, start })).toThrow(/availability: windows\[0\]: times are written HH:MM/);
    }
    expect(() => expand({ ...fine, start: '10:00' })).toThrow(/end must come after start, got 10:00 to 10:00/);
    expect(() => expand({ ...fine, start: '22:00', end: '02:00' })).toThrow(/passes midnight/);
    expect(() => expand({ ...fine, day: 'Monday' })).toThrow(/one of mon, tue, .* got Monday/);
    for (const date of ['2025-02-30', '2025-2-3', '03.02.2025', 'toString']) {
      expect(() => expand(fine, [{ date, windows: [] }])).toThrow(/availability: exceptions\[0\]: date must be/);
    }
    const holiday = { date: '2025-03-03', windows: [] };
    expect(() => expand(fine, [holiday, holiday])).toThrow(/2025-03-03 is listed twice/);
    expect(() => expand(fine, [{ date: '2025-03-03' }])).toThrow(/\[\] for none/);
    expect(() => expandWindows({ timeZone: 'UTC' } as never, 0, 1e9)).toThrow(TypeError);
    expect(() => expandWindows({ windows: [] } as never, 0, 1e9)).toThrow(/timeZone must be a string/);
    expect(() => expandWindows({ timeZone: 'Mars/Olympus', windows: [] }, 0, 1e9)).toThrow(/no time zone/);
  });

  it('refuses spans that are empty, endless or no instants', () => {
    const expand = (from: unknown, until: unknown) =>
      expandWindows({ timeZone: 'UTC', windows: [] }, from as number, until as number);
    expect(() => expand(5, 5)).toThrow(/until must come after from, got 5 after 5/);
    expect(() => expand(0, 4000 * 86_400_000)).toThrow(/at most 3660 days/);
    for (const bad of [Number.NaN, -1, Number.POSITIVE_INFINITY, 1e18])
      expect(() => expand(bad, 1e9)).toThrow(RangeError);
    expect(() => expand('2025-03-03', 1e9)).toThrow(TypeError);
  });

  it('is the same in one span or in two that meet', () => {
    const window = fc.record({
      day: fc.constantFrom(...days),
      hour: fc.nat(22),
      length: fc.integer({ min: 1, max: 60 }),
    });
    const start = at('2025-03-01T00:00Z');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.array(window, { maxLength: 6 }),
        fc.nat(60 * 1440),
        (timeZone, given, cut) => {
          const clock = (hour: number, minute: number) =>
            [hour + Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
          const windows = given.map(({ day, hour, length }) => ({
            day,
            start: clock(hour, 0),
            end: clock(hour, length),
          }));
          const whole = expandWindows({ timeZone, windows }, start, start + 61 * 86_400_000);
          const middle = start + (cut + 1) * 60_000;
          const halves = [
            ...expandWindows({ timeZone, windows }, start, middle),
            ...expandWindows({ timeZone, windows }, middle, start + 61 * 86_400_000),
          ];
          const sum = (slots: readonly FreeSlot[]) => slots.reduce((all, slot) => all + minutes(slot), 0);
          expect(sum(halves)).toBe(sum(whole));
          for (const [index, slot] of whole.entries()) {
            expect(slot.start).toBeLessThan(slot.end);
            if (index > 0) expect(slot.start).toBeGreaterThan(whole[index - 1]!.end - 1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
