import { buildSchedule, type ScheduleRequest, type SchedulingPolicy } from 'tutelage/schedule';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const at = (text: string) => Date.parse(`${text}Z`);
const monday = at('2025-03-03T00:00');
const path = (...minutes: (number | null)[]) => ({
  steps: minutes.map((each, k) => ({ unitId: `u${k + 1}`, minutes: each })),
});
const daily = (start: string, end: string) => ({
  timeZone: 'UTC',
  windows: (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) => ({ day, start, end })),
});
const build = (request: Partial<ScheduleRequest>) =>
  buildSchedule(deepFreeze({ path: path(), availability: daily('16:00', '16:30'), from: monday, ...request }));

/** 'u1 1/2 mon 16:00 20' for every block. */
const told = (schedule: ReturnType<typeof buildSchedule>) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: schedule.timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return schedule.sessions.flatMap(({ blocks }) =>
    blocks.map(({ id, part, start, end }) => {
      const when = format.format(start).toLowerCase().replace(',', '');
      return `${id} ${part} ${when} ${(end - start) / 60_000}`;
    }),
  );
};

describe('buildSchedule', () => {
  it('has an empty schedule for nothing to do', () => {
    const schedule = build({});
    expect(schedule).toMatchObject({ sessions: [], unplaced: [], policy: 'reviewsFirst' });
    expect(schedule.minutes).toEqual({ available: 14 * 30, units: 0, reviews: 0 });
  });

  it('places nothing without windows, and says so', () => {
    const schedule = build({
      path: path(20, 30),
      reviews: [{ id: 'r', dueAt: monday, minutes: 5 }],
      availability: { timeZone: 'Europe/Lisbon', windows: [] },
    });
    expect(schedule.sessions).toEqual([]);
    expect(schedule.unplaced).toEqual([
      { kind: 'unit', id: 'u1', minutes: 20, reason: 'noFreeTime' },
      { kind: 'unit', id: 'u2', minutes: 30, reason: 'noFreeTime' },
      { kind: 'review', id: 'r', minutes: 5, reason: 'noFreeTime' },
    ]);
    for (const minutesPerWeek of [0, 5]) {
      const capped = build({ path: path(20), availability: { ...daily('16:00', '16:30'), minutesPerWeek } });
      expect(capped.unplaced[0]?.reason).toBe(minutesPerWeek === 0 ? 'noFreeTime' : 'noTimeLeft');
    }
  });

  it('splits a unit over sessions and leaves no scrap', () => {
    expect(told(build({ path: path(20, 35, 20) }))).toEqual([
      'u1 whole mon 16:00 20',
      'u2 1/2 mon 16:20 10',
      'u2 2/2 tue 16:00 25',
      // 5 minutes are left on Tuesday: too short a part to begin with.
      'u3 whole wed 16:00 20',
    ]);
    // 35 = 25 + 10 rather than 30 + 5; 15 cannot be split into two parts of 10 and is split anyway.
    expect(told(build({ path: path(35) }))).toEqual(['u1 1/2 mon 16:00 25', 'u1 2/2 tue 16:00 10']);
    expect(told(build({ path: path(18, 15) }))[1]).toBe('u2 1/2 mon 16:18 12');
    expect(told(build({ path: path(25, 5) }))[1]).toBe('u2 whole mon 16:25 5');
  });

  it('counts the part that found no place', () => {
    const schedule = build({ path: path(50), days: 1 });
    expect(told(schedule)).toEqual(['u1 1/2 mon 16:00 30']);
    expect(schedule.unplaced).toEqual([{ kind: 'unit', id: 'u1', minutes: 20, reason: 'noTimeLeft' }]);
    expect(schedule.sessions[0]?.blocks[0]?.text).toBe('Step 1 of 1 on the path, part 1 of 2.');
  });

  it('uses sessions shorter than the usual shortest part', () => {
    const schedule = build({ path: path(20), availability: daily('16:00', '16:08') });
    expect(told(schedule)).toEqual(['u1 1/3 mon 16:00 8', 'u1 2/3 tue 16:00 8', 'u1 3/3 wed 16:00 4']);
  });

  it('puts due reviews first, up to their share while units wait', () => {
    const reviews = Array.from({ length: 6 }, (_, k) => ({
      id: `r${k + 1}`,
      dueAt: monday - k * 86_400_000,
      minutes: 5,
    }));
    const schedule = build({ path: path(40), reviews });
    // 40 % of 30 minutes is 12: two reviews. On Tuesday 40 % of 60 is 24: two more. Then the path is done.
    expect(told(schedule)).toEqual([
      'r6 whole mon 16:00 5',
      'r5 whole mon 16:05 5',
      'u1 1/2 mon 16:10 20',
      'r4 whole tue 16:00 5',
      'r3 whole tue 16:05 5',
      'u1 2/2 tue 16:10 20',
      'r2 whole wed 16:00 5',
      'r1 whole wed 16:05 5',
    ]);
    expect(schedule.minutes).toEqual({ available: 420, units: 40, reviews: 30 });
    expect(told(build({ path: path(30), reviews, reviewShare: 0 })).slice(0, 2)).toEqual([
      'u1 whole mon 16:00 30',
      'r6 whole tue 16:00 5',
    ]);
    expect(told(build({ path: path(30), reviews, reviewShare: 1 }))[5]).toBe('r1 whole mon 16:25 5');
  });

  it('lets a review that is longer than one share wait until the share has grown', () => {
    const reviews = [{ id: 'long', dueAt: monday, minutes: 20 }];
    expect(told(build({ path: path(60), reviews }))).toEqual([
      'u1 1/3 mon 16:00 30',
      'long whole tue 16:00 20',
      'u1 2/3 tue 16:20 10',
      'u1 3/3 wed 16:00 20',
    ]);
  });

  it('lets neither reviews nor units starve when sessions are short', () => {
    // 9 minutes remain beside a review: less than the usual shortest part, more than half a session.
    const reviews = Array.from({ length: 9 }, (_, k) => ({ id: `r${k + 1}`, dueAt: monday, minutes: 6 }));
    const schedule = build({ path: path(36), reviews, availability: daily('16:00', '16:15') });
    expect(told(schedule).slice(0, 4)).toEqual([
      'r1 whole mon 16:00 6',
      'u1 1/4 mon 16:06 9',
      'r2 whole tue 16:00 6',
      'u1 2/4 tue 16:06 9',
    ]);
  });

  it('places no review before it is due, and waits for it within a session when nothing else is left', () => {
    const reviews = [
      { id: 'soon', dueAt: at('2025-03-04T16:10:00.001'), minutes: 5 },
      { id: 'later', dueAt: at('2025-03-20T00:00'), minutes: 5 },
      { id: 'overlong', dueAt: monday, minutes: 31 },
    ];
    const schedule = build({ path: path(10), reviews });
    expect(told(schedule)).toEqual(['u1 whole mon 16:00 10', 'soon whole tue 16:11 5']);
    expect(schedule.unplaced).toEqual([
      { kind: 'review', id: 'overlong', minutes: 31, reason: 'noSessionLongEnough' },
      { kind: 'review', id: 'later', minutes: 5, reason: 'dueLater' },
    ]);
    const late = [{ id: 'r', dueAt: at('2025-03-03T17:00'), minutes: 5 }];
    expect(build({ reviews: late, days: 1 }).unplaced[0]?.reason).toBe('noTimeLeft');
  });

  it('says of every block why it is there', () => {
    const reviews = [
      { id: 'a', dueAt: monday, minutes: 5, retrievability: 0.876 },
      { id: 'b', dueAt: at('2025-03-01T20:00'), minutes: 5 },
      { id: 'c', dueAt: at('2025-02-27T00:00'), minutes: 1, retrievability: 0 },
    ];
    const [session] = build({ path: path(20, 30), reviews }).sessions;
    expect(session?.blocks.map(({ text }) => text)).toEqual([
      'Review, due for 4 days; chance of recall at the start of this schedule 0 %.',
      'Review, due for 1 day.',
      'Review, now due; chance of recall at the start of this schedule 88 %.',
      'Step 1 of 2 on the path, part 1 of 2.',
    ]);
  });

  it('keeps to the minutes of a week, from Monday to Sunday', () => {
    const availability = { ...daily('16:00', '16:30'), minutesPerWeek: 45 };
    const schedule = build({ path: path(30, 30, 30), availability, from: at('2025-03-05T00:00'), days: 10 });
    expect(told(schedule)).toEqual([
      'u1 whole wed 16:00 30',
      'u2 1/2 thu 16:00 15',
      'u2 2/2 mon 16:00 15',
      'u3 1/2 mon 16:15 15',
      'u3 2/2 tue 16:00 15',
    ]);
    expect(schedule.minutes.available).toBe(90);
  });

  it('keeps to the minutes in all', () => {
    const schedule = build({ path: path(30, 30), minutes: 40 });
    expect(schedule.minutes).toEqual({ available: 40, units: 40, reviews: 0 });
    expect(schedule.unplaced).toEqual([{ kind: 'unit', id: 'u2', minutes: 20, reason: 'noTimeLeft' }]);
  });

  it('cuts long stretches into sessions', () => {
    const schedule = build({ path: path(100), availability: daily('16:00', '17:40'), sessionMinutes: 45, days: 1 });
    expect(schedule.sessions.map(({ start, end }) => (end - start) / 60_000)).toEqual([45, 45, 10]);
    expect(told(schedule)).toEqual(['u1 1/3 mon 16:00 45', 'u1 2/3 mon 16:45 45', 'u1 3/3 mon 17:30 10']);
  });

  it('ends after whole days at the same time on the wall', () => {
    const newYork = { timeZone: 'America/New_York', windows: [] };
    const { until } = build({ availability: newYork, from: Date.parse('2025-03-03T09:00-05:00') });
    expect(until).toBe(Date.parse('2025-03-17T09:00-04:00'));
    expect(build({ until: monday + 1000 }).until).toBe(monday + 1000);
  });

  it('asks for minutes of units that have none, or takes the default', () => {
    expect(() => build({ path: path(20, null) })).toThrow(
      /unit "u2" has no minutes; give it minutes or pass defaultMinutes/,
    );
    expect(() => build({ path: { steps: [{ unitId: 'x' }] } })).toThrow(RangeError);
    expect(build({ path: path(20, null), defaultMinutes: 7 }).minutes.units).toBe(27);
  });

  it('treats __proto__, constructor and toString as ordinary ids, also when a review and a unit share one', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const schedule = build({
      path: { steps: ids.map((unitId) => ({ unitId, minutes: 40 })) },
      reviews: ids.map((id) => ({ id, dueAt: monday, minutes: 2 })),
    });
    expect(schedule.unplaced).toEqual([]);
    expect(schedule.minutes).toMatchObject({ units: 120, reviews: 6 });
    expect(new Set(schedule.sessions.flatMap(({ blocks }) => blocks.map(({ id }) => id)))).toEqual(new Set(ids));
  });

  it('refuses bad input with the place and a way out', () => {
    const review = { id: 'r', dueAt: monday, minutes: 5 };
    expect(() => build({ reviews: [review, review] })).toThrow(/review "r" is listed twice/);
    expect(() => build({ path: { steps: [...path(1).steps, ...path(2).steps] } })).toThrow(/unit "u1" is listed twice/);
    expect(() => build({ reviews: [{ ...review, id: '' }] })).toThrow(TypeError);
    expect(() => build({ reviews: [{ ...review, dueAt: Number.NaN }] })).toThrow(/dueAt of review "r"/);
    expect(() => build({ reviews: [{ ...review, retrievability: 2 }] })).toThrow(/retrievability of review "r"/);
    for (const minutes of [-1, 0, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => build({ path: path(minutes) })).toThrow(/minutes of unit "u1" must lie above 0/);
      expect(() => build({ reviews: [{ ...review, minutes }] })).toThrow(RangeError);
    }
    expect(() => build({ path: path('20' as never) })).toThrow(TypeError);
    expect(() => build({ path: {} as never })).toThrow(/path must have steps/);
    expect(() => build({ until: monday })).toThrow(/buildSchedule: until must come after from/);
    expect(() => build({ until: monday + 1e6, days: 3 })).toThrow(/leave one out/);
    for (const days of [0, 1.5, -3, Number.NaN, 1e9]) expect(() => build({ days })).toThrow(RangeError);
    expect(() => build({ from: undefined as never })).toThrow(/from must be epoch ms, got undefined/);
    expect(() => build({ reviewShare: 1.1 })).toThrow(/reviewShare must lie in \[0, 1\]/);
    expect(() => build({ minutes: -1 })).toThrow(/minutes must be at least 0, got -1/);
    expect(() => build({ sessionMinutes: 0 })).toThrow(/sessionMinutes must be at least 1/);
    expect(() => build({ minimumMinutes: Number.NaN })).toThrow(RangeError);
    expect(() => build({ minutes: '60' as never })).toThrow(TypeError);
    const availability = { ...daily('16:00', '17:00'), minutesPerWeek: -5 };
    expect(() => build({ availability })).toThrow(/availability: minutesPerWeek must be at least 0, got -5/);
    expect(() => build({ availability: { timeZone: 'X/Y', windows: [] } })).toThrow(/no time zone "X\/Y"/);
    expect(() => build({ availability: undefined as never })).toThrow(TypeError);
  });
});

describe("a policy of one's own", () => {
  const policy = (next: SchedulingPolicy['next']): SchedulingPolicy => ({ name: 'own', options: {}, next });

  it('may take units out of order and pause', () => {
    const backwards = policy(({ now, units, leftMs }) => {
      if (now === at('2025-03-03T16:00')) return { waitUntil: now + 600_000 };
      const task = units.at(-1)!;
      return { task, ms: Math.min(task.missingMs, leftMs) };
    });
    expect(told(build({ path: path(10, 15), policy: backwards }))).toEqual([
      'u2 whole mon 16:10 15',
      'u1 1/2 mon 16:25 5',
      'u1 2/2 tue 16:00 5',
    ]);
  });

  it('cannot break the books', () => {
    const reviews = [{ id: 'r', dueAt: at('2025-03-05T00:00'), minutes: 5 }];
    const broken: Record<string, SchedulingPolicy['next']> = {
      'early review': ({ reviews: [task] }) => ({ task: task!, ms: task!.missingMs }),
      'too long': ({ units: [task], leftMs }) => ({ task: task!, ms: leftMs + 1 }),
      'no time': ({ units: [task] }) => ({ task: task!, ms: 0 }),
      'a stranger': ({ units: [task] }) => ({ task: { ...task! }, ms: 1000 }),
      'a pause backwards': ({ now }) => ({ waitUntil: now }),
    };
    for (const [name, next] of Object.entries(broken)) {
      expect(() => build({ path: path(100), reviews, policy: policy(next) }), name).toThrow(/policy "own" wants to/);
    }
  });
});
