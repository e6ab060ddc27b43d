import type { LearnerProfile } from './learnerProfile.ts';

/**
 * Whether consent to a purpose holds now: the latest statement about it was given and has not expired.
 *
 * @param profile the learner's profile
 * @param purpose in the words of the statement
 * @param now epoch ms
 * @returns false when nothing was said about the purpose; of two statements of the same time the later listed holds
 * @throws RangeError when `now` is no finite number
 * @example
 * import { hasConsent, newLearnerProfile } from 'tutelage/profile';
 *
 * const yes = { purpose: 'planning', given: true, by: 'parent', at: 1000, expires: 5000 } as const;
 * const ana = newLearnerProfile({ id: 'ana', consent: [yes] });
 * [hasConsent(ana, 'planning', 2000), hasConsent(ana, 'planning', 5000), hasConsent(ana, 'research', 2000)]; // => [true, false, false]
 */
export function hasConsent(profile: Pick<LearnerProfile, 'consent'>, purpose: string, now: number): boolean {
  if (!Number.isFinite(now)) throw new RangeError(`hasConsent: now must be epoch milliseconds, got ${now}`);
  const said = (profile.consent ?? []).filter((entry) => entry.purpose === purpose && entry.at <= now);
  const last = said.reduce<(typeof said)[number] | null>(
    (best, next) => (best && best.at > next.at ? best : next),
    null,
  );
  return last?.given === true && (last.expires ?? Number.POSITIVE_INFINITY) > now;
}
