import { describe, expect, it } from 'vitest';
import { zonedTime } from '../../src/math/zonedTime.ts';
import reference from '../reference/schedule/local_times.json' with { type: 'json' };

describe.each(Object.entries(reference.zones))('local times of %s', (timeZone, rows) => {
  const zone = zonedTime('test', timeZone);

  it("become the instants of Python's zoneinfo, around every clock change too", () => {
    for (const [local, seconds] of rows as [string, number][]) {
      expect([local, zone.toEpoch(Date.parse(`${local}Z`)) / 1000]).toEqual([local, seconds]);
    }
  });

  it('come back, unless the clocks skipped them', () => {
    for (const [local] of rows as [string, number][]) {
      const wall = Date.parse(`${local}Z`);
      const back = zone.toLocal(zone.toEpoch(wall));
      // A skipped time moves forward by the gap: half an hour on Lord Howe, a day in Samoa in 2011, else an hour.
      expect([0, 0.5, 1, 24]).toContain((back - wall) / 3_600_000);
      expect(zone.toLocal(zone.toEpoch(back))).toBe(back);
    }
  });
});

describe('zonedTime', () => {
  it('moves a skipped local time forward by the gap and takes the first of a repeated one', () => {
    const newYork = zonedTime('test', 'America/New_York');
    const wall = (text: string) => Date.parse(`${text}Z`);
    expect(newYork.toEpoch(wall('2025-03-09T02:30'))).toBe(Date.parse('2025-03-09T03:30-04:00'));
    expect(newYork.toEpoch(wall('2025-11-02T01:30'))).toBe(Date.parse('2025-11-02T01:30-04:00'));
  });

  it('keeps milliseconds', () => {
    const zone = zonedTime('test', 'Asia/Kathmandu');
    for (const instant of [0, 1, 999, 1_700_000_000_123, -1, -1001]) {
      expect(zone.toLocal(instant) - instant).toBe((instant < 504_901_800_000 ? 5.5 : 5.75) * 3_600_000);
      expect(zone.toEpoch(zone.toLocal(instant))).toBe(instant);
    }
  });

  it('refuses what is no time zone', () => {
    expect(() => zonedTime('here', 'Europe/Lisboa')).toThrow(
      /here: there is no time zone "Europe\/Lisboa"; use an IANA/,
    );
    expect(() => zonedTime('here', '')).toThrow(RangeError);
    expect(() => zonedTime('here', undefined as never)).toThrow(TypeError);
  });
});
