import fc from 'fast-check';
import { buildSchedule, expandWindows, reviewsFirst } from 'tutelage/schedule';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

// Every policy has to obey these laws. A new policy is one more line here.
const policies = { reviewsFirst: reviewsFirst() };

const MINUTE = 60_000;
const DAY = 86_400_000;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const base = Date.UTC(2025, 2, 1);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
const window = fc
  .tuple(fc.constantFrom(...days), fc.nat(1439), fc.integer({ min: 1, max: 200 }))
  .map(([day, start, length]) => ({ day, start: clock(start), end: clock(Math.min(1440, start + length)) }));
const minutes = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0.01, max: 120, noNaN: true }));
const request = fc
  .record({
    timeZone: fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe'),
    windows: fc.array(window, { maxLength: 10 }),
    minutesPerWeek: optional(fc.integer({ min: 0, max: 600 })),
    units: fc.array(minutes, { maxLength: 12 }),
    reviews: fc.array(fc.tuple(fc.integer({ min: -10 * DAY, max: 40 * DAY }), minutes), { maxLength: 25 }),
    from: fc.nat(60 * DAY),
    days: fc.integer({ min: 1, max: 30 }),
    total: optional(fc.integer({ min: 0, max: 1000 })),
    sessionMinutes: optional(fc.integer({ min: 1, max: 90 })),
    minimumMinutes: optional(fc.nat(30)),
    reviewShare: optional(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map((given) =>
    deepFreeze({
      availability: {
        timeZone: given.timeZone,
        windows: given.windows,
        ...(given.minutesPerWeek !== undefined && { minutesPerWeek: given.minutesPerWeek }),
      },
      path: { steps: given.units.map((each, k) => ({ unitId: `u${k}`, minutes: each })) },
      reviews: given.reviews.map(([dueIn, each], k) => ({
        id: `r${k}`,
        dueAt: base + given.from + dueIn,
        minutes: each,
      })),
      from: base + given.from,
      days: given.days,
      ...(given.total !== undefined && { minutes: given.total }),
      ...(given.sessionMinutes !== undefined && { sessionMinutes: given.sessionMinutes }),
      ...(given.minimumMinutes !== undefined && { minimumMinutes: given.minimumMinutes }),
      ...(given.reviewShare !== undefined && { reviewShare: given.reviewShare }),
    }),
  );

type Asked = typeof request extends fc.Arbitrary<infer T> ? T : never;

describe.each(Object.entries(policies))('%s', (_, policy) => {
  const check = (law: (asked: Asked, schedule: ReturnType<typeof buildSchedule>) => void) =>
    fc.assert(
      fc.property(request, (asked) => law(asked, buildSchedule({ ...asked, policy }))),
      { numRuns: 200 },
    );
  const blocksOf = ({ sessions }: ReturnType<typeof buildSchedule>) => sessions.flatMap(({ blocks }) => blocks);

  it('accounts for every minute', () => {
    check((asked, schedule) => {
      for (const [kind, tasks] of [
        ['unit', asked.path.steps.map(({ unitId, minutes }) => ({ id: unitId, minutes }))],
        ['review', asked.reviews],
      ] as const) {
        let placedOfKind = 0;
        for (const { id, minutes } of tasks) {
          const placed = blocksOf(schedule)
            .filter((block) => block.kind === kind && block.id === id)
            .reduce((sum, { start, end }) => sum + end - start, 0);
          const left = schedule.unplaced.filter((entry) => entry.kind === kind && entry.id === id);
          expect(left.length).toBeLessThanOrEqual(1);
          // Time is kept in whole ms.
          expect(placed + Math.round((left[0]?.minutes ?? 0) * MINUTE)).toBe(Math.max(1, Math.round(minutes * MINUTE)));
          if (kind === 'review' && left.length > 0) expect(placed).toBe(0);
          placedOfKind += placed / MINUTE;
        }
        close(kind === 'unit' ? schedule.minutes.units : schedule.minutes.reviews, placedOfKind);
      }
    });
  });

  it('keeps blocks apart, inside their session and inside free time', () => {
    check((asked, schedule) => {
      const free = expandWindows(asked.availability, schedule.from, schedule.until);
      let last = schedule.from;
      for (const session of schedule.sessions) {
        expect(free.some(({ start, end }) => start <= session.start && session.end <= end)).toBe(true);
        expect(session.blocks.length).toBeGreaterThan(0);
        expect(session.start).toBeGreaterThanOrEqual(last);
        last = session.start;
        for (const { start, end } of session.blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(session.end);
      }
      expect(last).toBeLessThanOrEqual(schedule.until);
    });
  });

  it('keeps to the minutes of the week, of the session and in all', () => {
    check((asked, schedule) => {
      const free = expandWindows(asked.availability, schedule.from, schedule.until);
      const used = new Map<string, number>();
      for (const { start, end, blocks } of schedule.sessions) {
        expect(end - start).toBeLessThanOrEqual((asked.sessionMinutes ?? Infinity) * MINUTE);
        const { week } = free.find((slot) => slot.start <= start && start < slot.end)!;
        const spent = blocks.reduce((sum, block) => sum + block.end - block.start, 0);
        used.set(week, (used.get(week) ?? 0) + spent);
      }
      const cap = (asked.availability.minutesPerWeek ?? Infinity) * MINUTE;
      for (const spent of used.values()) expect(spent).toBeLessThanOrEqual(cap);
      const total = schedule.minutes.units + schedule.minutes.reviews;
      expect(total).toBeLessThanOrEqual(schedule.minutes.available + 1e-9);
      expect(schedule.minutes.available).toBeLessThanOrEqual(asked.minutes ?? Infinity);
    });
  });

  it('places no review before it is due and splits none', () => {
    check((asked, schedule) => {
      for (const { kind, id, start, part } of blocksOf(schedule)) {
        if (kind === 'unit') continue;
        expect(start).toBeGreaterThanOrEqual(asked.reviews.find((review) => review.id === id)!.dueAt);
        expect(part).toBe('whole');
      }
    });
  });

  it('gives reviews no more than their share while units wait', () => {
    check((asked, schedule) => {
      const lastUnit = schedule.unplaced.some(({ kind }) => kind === 'unit')
        ? Infinity
        : Math.max(-Infinity, ...blocksOf(schedule).map(({ kind, start }) => (kind === 'unit' ? start : -Infinity)));
      let before = 0;
      let reviewed = 0;
      for (const { start: opens, end: closes, blocks } of schedule.sessions) {
        for (const { kind, start, end } of blocks) {
          if (kind === 'review') reviewed += end - start;
          if (start < lastUnit) {
            expect(reviewed).toBeLessThanOrEqual((asked.reviewShare ?? 0.4) * (before + closes - opens) + 1);
          }
        }
        before += blocks.reduce((sum, { start, end }) => sum + end - start, 0);
      }
    });
  });

  it('numbers the parts of a unit one after another and says why each block is there', () => {
    check((_, schedule) => {
      const parts = new Map<string, string[]>();
      for (const { kind, id, part, text } of blocksOf(schedule)) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        if (kind === 'unit') parts.set(id, [...(parts.get(id) ?? []), part]);
      }
      for (const [id, given] of parts) {
        const of = given.length + Number(schedule.unplaced.some((entry) => entry.kind === 'unit' && entry.id === id));
        expect(given).toEqual(of === 1 ? ['whole'] : given.map((_, k) => `${k + 1}/${of}`));
      }
    });
  });

  it('gives the same schedule for the same request', () => {
    check((asked, schedule) => {
      expect(buildSchedule({ ...asked, policy })).toEqual(schedule);
    });
  });
});

describe('reviewsFirst', () => {
  it('keeps the order of the path', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const order = buildSchedule(asked)
          .sessions.flatMap(({ blocks }) => blocks)
          .filter(({ kind }) => kind === 'unit')
          .map(({ id }) => Number(id.slice(1)));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('leaves a unit waiting only when sessions have less left than a part is long', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const schedule = buildSchedule({ ...asked, reviews: [] });
        if (schedule.unplaced.length === 0) return;
        const unused = schedule.minutes.available - schedule.minutes.units;
        const slots = expandWindows(asked.availability, schedule.from, schedule.until);
        const free = slots.reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0);
        const cuts = asked.sessionMinutes ? free / asked.sessionMinutes : 0;
        expect(unused).toBeLessThanOrEqual((slots.length + cuts) * (asked.minimumMinutes ?? 10) + 1e-9);
      }),
    );
  });
});
