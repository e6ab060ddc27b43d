import type { SchedulingPolicy } from '../schedulingPolicy.ts';

/**
 * Reviews that are due first, as far as their share allows, the longest due first; then units in path order.
 *
 * A unit longer than what is left of a session is split. A part is not shorter than `minimumMs`, neither the one placed
 * nor the one left over, unless less than twice that is missing: then the last part may be. A session ends when not even
 * that much is left. Once the path is done, a session waits for reviews that become due within it. Our choice.
 *
 * @returns the policy, to be passed as `policy`
 * @remarks A short review may overtake one that is due longer but does not fit. Units never overtake one another.
 * @example
 * import { buildSchedule, reviewsFirst } from 'tutelage/schedule';
 *
 * const { sessions } = buildSchedule({
 *   path: { steps: [{ unitId: 'fractions', minutes: 35 }] },
 *   availability: { timeZone: 'UTC', windows: [{ day: 'mon', start: '16:00', end: '16:30' }] },
 *   from: Date.UTC(2025, 2, 3),
 *   policy: reviewsFirst(),
 * });
 * sessions.map(({ blocks: [block] }) => block && (block.end - block.start) / 60000); // => [25, 10]
 */
export function reviewsFirst(): SchedulingPolicy {
  return {
    name: 'reviewsFirst',
    options: {},
    next({ now, leftMs, reviewMs, minimumMs, units: [unit], reviews }) {
      const room = Math.min(leftMs, reviewMs);
      const due = reviews.find((review) => review.dueAt <= now && review.missingMs <= room);
      if (due) return { task: due, ms: due.missingMs };
      if (unit) {
        const ms = partOf(unit.missingMs, leftMs, minimumMs);
        return ms > 0 ? { task: unit, ms } : null;
      }
      const later = reviews.find((review) => review.dueAt > now);
      return later ? { waitUntil: later.dueAt } : null;
    },
  };
}

function partOf(missingMs: number, leftMs: number, minimumMs: number): number {
  if (missingMs <= leftMs) return missingMs;
  if (leftMs < minimumMs) return 0;
  const withoutScrap = Math.min(leftMs, missingMs - minimumMs);
  return withoutScrap >= minimumMs ? withoutScrap : leftMs;
}
