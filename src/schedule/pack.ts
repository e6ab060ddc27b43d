import { MINUTE } from '../math/zonedTime.ts';
import type { FreeSlot } from './expandWindows.ts';
import type { SchedulingPolicy, WaitingReview, WaitingUnit } from './schedulingPolicy.ts';

/** What is to be packed, in ms; `weekMs` and `totalMs` may be Infinity. */
export interface PackingProblem {
  readonly slots: readonly FreeSlot[];
  /** In path order. */
  readonly units: readonly WaitingUnit[];
  /** By due date. */
  readonly reviews: readonly WaitingReview[];
  readonly weekMs: number;
  readonly totalMs: number;
  readonly reviewShare: number;
  readonly minimumMs: number;
}

/** A task with a place. */
export interface Placement {
  readonly task: WaitingUnit | WaitingReview;
  readonly start: number;
  readonly end: number;
}

/** Placements slot by slot, and what still waits with the time it misses. */
export interface Packing {
  readonly placed: readonly (readonly Placement[])[];
  readonly units: readonly WaitingUnit[];
  readonly reviews: readonly WaitingReview[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Walks through the slots, asks the policy what comes next, and keeps the books. O(blocks x waiting tasks). */
export function pack(problem: PackingProblem, policy: SchedulingPolicy): Packing {
  const units: Mutable<WaitingUnit>[] = problem.units.map((unit) => ({ ...unit }));
  const reviews: Mutable<WaitingReview>[] = problem.reviews.map((review) => ({ ...review }));
  const usedInWeek = new Map<string, number>();
  let usedMs = 0;
  let reviewedMs = 0;
  const placed = problem.slots.map((slot): Placement[] => {
    const inWeek = usedInWeek.get(slot.week) ?? 0;
    const usable = Math.min(slot.end - slot.start, problem.weekMs - inWeek, problem.totalMs - usedMs);
    const shareMs = Math.round(problem.reviewShare * (usedMs + usable));
    const placements: Placement[] = [];
    let used = 0;
    let now = slot.start;
    while (units.length + reviews.length > 0) {
      const leftMs = Math.min(usable - used, slot.end - now);
      if (!(leftMs > 0)) break;
      const reviewMs = units.length > 0 ? shareMs - reviewedMs : leftMs;
      const choice = policy.next({ now, leftMs, reviewMs, minimumMs: problem.minimumMs, units, reviews });
      if (choice === null) break;
      if ('waitUntil' in choice) {
        if (!(choice.waitUntil > now)) throw misled(policy, `wait until ${choice.waitUntil} at ${now}`);
        now = Math.ceil(choice.waitUntil / MINUTE) * MINUTE;
        continue;
      }
      const { ms } = choice;
      const queue: Mutable<WaitingUnit | WaitingReview>[] = choice.task.kind === 'unit' ? units : reviews;
      const index = queue.indexOf(choice.task);
      const task = queue[index];
      if (!task) throw misled(policy, `place ${choice.task.kind} "${choice.task.id}", which is not waiting`);
      const allowed = task.kind === 'unit' ? leftMs : task.dueAt <= now ? Math.min(leftMs, reviewMs) : 0;
      if (!(ms > 0 && ms <= Math.min(allowed, task.missingMs) && Number.isInteger(ms))) {
        throw misled(
          policy,
          `give ${ms} ms to ${task.kind} "${task.id}", which may take ${Math.max(allowed, 0)} ms now`,
        );
      }
      placements.push({ task, start: now, end: now + ms });
      task.missingMs -= ms;
      if (task.missingMs === 0) queue.splice(index, 1);
      if (task.kind === 'review') reviewedMs += ms;
      used += ms;
      now += ms;
    }
    usedMs += used;
    usedInWeek.set(slot.week, inWeek + used);
    return placements;
  });
  return { placed, units, reviews };
}

function misled(policy: SchedulingPolicy, what: string): RangeError {
  return new RangeError(`buildSchedule: policy "${policy.name}" wants to ${what}; correct the policy`);
}
