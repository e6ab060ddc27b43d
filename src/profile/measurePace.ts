import type { Activity } from '../content/activity.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { checkAbove, checkList } from '../math/check.ts';
import type { Pace } from './measures.ts';

/**
 * How fast a learner works: (minutes taken + k) / (minutes expected + k) over activities whose time is known both ways.
 *
 * @param entries one learner's evidence; what has no `activityId` or no `durationMs` is left out
 * @param activities with the minutes they take a typical learner
 * @param options `shrinkMinutes`: k, the minutes at typical pace that a learner starts with, so that little evidence moves the pace
 * little; 60 when absent (our choice), above 0
 * @returns the pace, 1 being typical and 2 twice as long; null when no activity can be compared
 * @throws RangeError for k that is not above 0
 * @example
 * import { measurePace } from 'tutelage/profile';
 *
 * const essay = { id: 'essay', competencyIds: ['writing'], minutes: 30 };
 * const entry = { id: 'e1', learnerId: 'ana', at: null, competencies: [], score: 1, source: 'project', activityId: 'essay' } as const;
 * measurePace([{ ...entry, durationMs: 60 * 60_000 }], [essay]); // => { multiplier: 1.333, n: 1 }
 */
export function measurePace(
  entries: readonly Evidence[],
  activities: readonly Activity[],
  options: { readonly shrinkMinutes?: number } = {},
): Pace | null {
  const { shrinkMinutes = 60 } = options;
  checkList('measurePace', 'entries', entries);
  checkList('measurePace', 'activities', activities);
  checkAbove('measurePace', 'shrinkMinutes', shrinkMinutes, 0);
  const minutes = new Map(activities.map((activity) => [activity.id, activity.minutes]));
  let taken = 0;
  let expected = 0;
  let n = 0;
  for (const { activityId, durationMs } of entries) {
    const typical = activityId === undefined ? undefined : minutes.get(activityId);
    if (typical === undefined || durationMs === undefined) continue;
    taken += durationMs / 60_000;
    expected += typical;
    n++;
  }
  return n === 0 ? null : { multiplier: (taken + shrinkMinutes) / (expected + shrinkMinutes), n };
}
