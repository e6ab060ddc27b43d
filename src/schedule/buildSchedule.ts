import { DAY, MINUTE, zonedTime } from '../math/zonedTime.ts';
import type { Availability } from '../profile/availability.ts';
import { checkSpan } from './checkSpan.ts';
import { describeSessions } from './describeSessions.ts';
import { expandWindows, type FreeSlot } from './expandWindows.ts';
import { pack } from './pack.ts';
import { reviewsFirst } from './policies/reviewsFirst.ts';
import { readTasks, toMs } from './readTasks.ts';
import type { Review, Schedule, UnplacedReason } from './schedule.ts';
import type { SchedulingPolicy, WaitingReview, WaitingUnit } from './schedulingPolicy.ts';

/** What {@link buildSchedule} asks for. */
export interface ScheduleRequest {
  /** A path made by `planPath`, or just the steps of one. */
  readonly path: { readonly steps: readonly { readonly unitId: string; readonly minutes?: number | null }[] };
  readonly reviews?: readonly Review[];
  readonly availability: Availability;
  /** Epoch ms; nothing is placed before it. */
  readonly from: number;
  /** Epoch ms; nothing is placed after it. Give this or `days`. */
  readonly until?: number;
  /** Whole days from `from`, to the same local time of day; 14 when neither is given. */
  readonly days?: number;
  /** Most minutes in all; no limit when absent. */
  readonly minutes?: number;
  /** Largest share of the time that reviews take while units wait, in [0, 1]; 0.4 when absent (our choice). */
  readonly reviewShare?: number;
  /** Most minutes of one session; a longer stretch of free time becomes several sessions. No limit when absent. */
  readonly sessionMinutes?: number;
  /** Shortest part of a unit, but never more than half the longest session; 10 when absent (our choice). */
  readonly minimumMinutes?: number;
  /** For units without minutes. */
  readonly defaultMinutes?: number;
  /** What comes first; `reviewsFirst()` when absent. */
  readonly policy?: SchedulingPolicy;
}

/**
 * Packs the units of a path and the reviews that fall due into a learner's free time.
 *
 * While units wait, reviews take at most `reviewShare` of the time used so far, this session included. Every minute is
 * accounted for: what is placed and what is `unplaced` add up to what was asked.
 *
 * @param request path, reviews, availability and span; see {@link ScheduleRequest}
 * @returns the schedule; without free time everything is unplaced with the reason `noFreeTime`
 * @throws TypeError or RangeError for units without minutes (when there is no `defaultMinutes`), repeated ids, numbers
 * out of range, an unknown time zone, malformed windows, or a span that ends before it starts
 * @remarks Deterministic. Free time as in {@link expandWindows}; weeks for `minutesPerWeek` begin on Monday, and only
 * what this schedule places counts towards them. Free time begins and ends on full minutes.
 * @example
 * import { buildSchedule } from 'tutelage/schedule';
 *
 * const schedule = buildSchedule({
 *   path: { steps: [{ unitId: 'halves', minutes: 30 }, { unitId: 'fractions', minutes: 45 }] },
 *   reviews: [{ id: 'counting', dueAt: Date.UTC(2025, 2, 1), minutes: 5 }],
 *   availability: { timeZone: 'Europe/Lisbon', windows: [{ day: 'tue', start: '16:00', end: '17:00' }] },
 *   from: Date.UTC(2025, 2, 3),
 * });
 * const [first] = schedule.sessions;
 * first?.blocks.map(({ id, part }) => [id, part]); // => [['counting', 'whole'], ['halves', 'whole'], ['fractions', '1/2']]
 * first?.blocks[2]?.text; // => 'Step 2 of 2 on the path, part 1 of 2.'
 * schedule.minutes; // => { available: 120, units: 75, reviews: 5 }
 */
export function buildSchedule(request: ScheduleRequest): Schedule {
  const { availability, from, reviewShare = 0.4, policy = reviewsFirst() } = request;
  const until = endOf(request);
  const { units, reviews } = readTasks(request.path, request.reviews ?? [], request.defaultMinutes);
  if (!(reviewShare >= 0 && reviewShare <= 1)) {
    throw new RangeError(`buildSchedule: reviewShare must lie in [0, 1], got ${reviewShare}`);
  }
  const weekMs = toMs('availability: minutesPerWeek', availability.minutesPerWeek ?? Infinity, 0);
  const totalMs = toMs('buildSchedule: minutes', request.minutes ?? Infinity, 0);
  const sessionMs = toMs('buildSchedule: sessionMinutes', request.sessionMinutes ?? Infinity, 1);
  const slots = cut(expandWindows(availability, from, until), sessionMs);
  const longest = slots.reduce((most, { start, end }) => Math.max(most, Math.min(end - start, weekMs, totalMs)), 0);
  const minimumMs = Math.min(
    toMs('buildSchedule: minimumMinutes', request.minimumMinutes ?? 10, 0),
    Math.floor(longest / 2),
  );
  const packing = pack({ slots, units, reviews, weekMs, totalMs, reviewShare, minimumMs }, policy);
  const available = Math.min(totalMs, freeTime(slots, weekMs));
  const reasonFor = (task: WaitingUnit | WaitingReview): UnplacedReason => {
    if (task.kind === 'review' && task.dueAt >= until) return 'dueLater';
    if (available === 0) return 'noFreeTime';
    return task.kind === 'review' && task.missingMs > longest ? 'noSessionLongEnough' : 'noTimeLeft';
  };
  return {
    timeZone: availability.timeZone,
    from,
    until,
    policy: policy.name,
    sessions: describeSessions(slots, packing, units, request.reviews ?? []),
    unplaced: [...packing.units, ...packing.reviews].map((task) => ({
      kind: task.kind,
      id: task.id,
      minutes: task.missingMs / MINUTE,
      reason: reasonFor(task),
    })),
    minutes: {
      available: available / MINUTE,
      units: (total(units) - total(packing.units)) / MINUTE,
      reviews: (total(reviews) - total(packing.reviews)) / MINUTE,
    },
  };
}

function endOf(request: ScheduleRequest): number {
  const { availability, from, until, days = 14 } = request;
  if (until !== undefined) {
    if (request.days !== undefined) throw new RangeError('buildSchedule: until and days are both given; leave one out');
    checkSpan('buildSchedule', from, until);
    return until;
  }
  if (!Number.isInteger(days) || days < 1) {
    throw new RangeError(`buildSchedule: days must be a whole number of at least 1, got ${days}`);
  }
  checkSpan('buildSchedule', from, from + days * DAY);
  const zone = zonedTime('availability', availability?.timeZone);
  return zone.toEpoch(zone.toLocal(from) + days * DAY);
}

function cut(slots: readonly FreeSlot[], sessionMs: number): FreeSlot[] {
  return slots.flatMap(({ start, end, week }) =>
    Array.from({ length: Math.ceil((end - start) / sessionMs) || 1 }, (_, k) => ({
      start: start + (k && k * sessionMs),
      end: Math.min(end, start + (k + 1) * sessionMs),
      week,
    })),
  );
}

function freeTime(slots: readonly FreeSlot[], weekMs: number): number {
  const byWeek = new Map<string, number>();
  for (const { start, end, week } of slots) {
    byWeek.set(week, Math.min(weekMs, (byWeek.get(week) ?? 0) + end - start));
  }
  return [...byWeek.values()].reduce((sum, ms) => sum + ms, 0);
}

function total(tasks: readonly { readonly missingMs: number }[]): number {
  return tasks.reduce((sum, { missingMs }) => sum + missingMs, 0);
}
