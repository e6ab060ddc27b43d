import type { Activity } from '../content/activity.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';

/**
 * Minutes that have to be free for an activity: its minutes at the learner's pace, or the whole time limit the learner is
 * entitled to, since nobody should have to hand in early. Null when the activity does not say.
 *
 * The limit is multiplied by the largest time multiplier of the learner's additional testing time, and the largest extra
 * minutes are added. Time without limit leaves the minutes at the learner's pace.
 */
export function minutesNeeded(activity: Activity, { pace, supports = [] }: LearnerProfile): number | null {
  const extra = supports.filter(({ feature, state }) => feature === 'additional-testing-time' && state !== 'prohibit');
  if (activity.timeLimitMinutes === undefined || extra.some(({ unlimitedTime }) => unlimitedTime)) {
    return activity.minutes === undefined ? null : activity.minutes * (pace?.multiplier ?? 1);
  }
  const multiplier = Math.max(1, ...extra.map(({ timeMultiplier = 1 }) => timeMultiplier));
  return activity.timeLimitMinutes * multiplier + Math.max(0, ...extra.map(({ extraMinutes = 0 }) => extraMinutes));
}
