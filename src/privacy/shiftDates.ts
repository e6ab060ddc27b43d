import type { Evidence } from '../evidence/evidence.ts';
import type { Mastery } from '../mastery/mastery.ts';
import { checkWhole } from '../math/check.ts';
import type { Mark, Trace } from '../profile/competencyRecord.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Provenance, Stated } from '../profile/provenance.ts';
import type { Progression } from '../progression/progression.ts';
import { type HmacKey, keyedHash } from './keyedHash.ts';
import type { LearnerData } from './learnerData.ts';
import { learnerIds } from './renameLearners.ts';

/** Options of {@link shiftDates}. */
export interface ShiftOptions {
  /** A secret of at least 16 bytes, kept apart from the data. */
  readonly key: Uint8Array | HmacKey;
  /** Most weeks in either direction, 1 or more; 26 when absent. */
  readonly maxWeeks?: number;
}

const WEEK = 7 * 86_400_000;

/**
 * Moves all dates of each learner by the same secret number of whole weeks, so that nobody can be found by when something happened.
 *
 * Intervals within a learner stay exactly as they are, as forgetting models need; so do weekdays. The number is drawn by
 * HMAC-SHA-256 from the key and the id, evenly from -maxWeeks to maxWeeks without 0: the same key moves the same learner alike.
 *
 * @param data what is kept of learners
 * @param options the key and the most weeks
 * @returns fresh data; dates that are null stay null
 * @throws TypeError or RangeError for a key that is none, fewer than 1 week, or data with reports, which have dates in their text
 * @remarks Order between learners is lost, and hours move where a clock change lies between. Somebody who knows one true date knows the
 * shift: use it with `pseudonymise`, and shift before the ids are replaced.
 * @example
 * import { shiftDates } from 'tutelage/privacy';
 *
 * const answer = { learnerId: 'ana', competencies: [], score: 1, source: 'quiz' } as const;
 * const evidence = [{ ...answer, id: 'e1', at: 0 }, { ...answer, id: 'e2', at: 5000 }];
 * const shifted = await shiftDates({ evidence }, { key: new Uint8Array(32).fill(7) });
 * const [first, second] = shifted.evidence!.map(({ at }) => at!);
 * second! - first!; // => 5000
 * Math.abs(first! % (7 * 86_400_000)); // => 0
 */
export async function shiftDates(data: LearnerData, options: ShiftOptions): Promise<LearnerData> {
  const { key, maxWeeks = 26 } = options ?? {};
  const hash = await keyedHash('shiftDates', key, 'tutelage shift of dates');
  checkWhole('shiftDates', 'maxWeeks', maxWeeks, 1);
  if (data.reports && data.reports.length > 0) {
    throw new RangeError(
      `shiftDates: ${data.reports.length} reports have dates in their text; leave them out and make them again from the result`,
    );
  }
  const shifts = new Map<string, number>();
  for (const id of learnerIds(data)) {
    const [a, b, c, d] = await hash(id);
    const drawn = ((a! * 256 + b!) * 256 + c!) * 256 + d!;
    const step = Math.floor((drawn / 2 ** 32) * 2 * maxWeeks); // 0 to 2 maxWeeks - 1
    shifts.set(id, (step < maxWeeks ? step - maxWeeks : step - maxWeeks + 1) * WEEK);
  }
  const by = (id: string) => shifts.get(id)!;
  const { profiles, evidence, masteries, progressions } = data;
  return {
    ...(profiles && { profiles: profiles.map((profile) => shiftProfile(profile, by(profile.id))) }),
    ...(evidence && { evidence: evidence.map((entry) => ({ ...entry, at: later(entry.at, by(entry.learnerId)) })) }),
    ...(masteries && { masteries: masteries.map((mastery) => shiftMastery(mastery, by(mastery.learnerId))) }),
    ...(progressions && { progressions: progressions.map((one) => shiftProgression(one, by(one.learnerId))) }),
  };
}

const later = (at: Evidence['at'], ms: number): Evidence['at'] => (at === null ? null : at + ms);

const shiftMastery = (mastery: Mastery, ms: number): Mastery => ({
  ...mastery,
  estimates: mastery.estimates.map((estimate) => ({ ...estimate, lastAt: later(estimate.lastAt, ms) })),
});

const shiftProgression = (progression: Progression, ms: number): Progression => ({
  ...progression,
  decisions: progression.decisions.map((decision) => {
    const { override } = decision;
    if (!override) return decision;
    const { at, until } = override;
    return { ...decision, override: { ...override, at: at + ms, ...(until !== undefined && { until: until + ms }) } };
  }),
});

/** The one place that knows where in a profile times stand. */
function shiftProfile(profile: LearnerProfile, ms: number): LearnerProfile {
  const said = <P extends Pick<Provenance, 'at' | 'expires'>>(given: P): P => ({
    ...given,
    at: given.at + ms,
    ...(given.expires !== undefined && { expires: given.expires + ms }),
  });
  const fact = <F extends Stated>(given: F): F => (given.stated ? { ...given, stated: said(given.stated) } : given);
  const mark = <M extends Mark>(given: M): M => ({ ...given, at: later(given.at, ms) });
  const trace = (given: Trace): Trace => ({
    ...mark(given),
    ...(given.checkpoints && { checkpoints: given.checkpoints.map(mark) }),
  });
  const { languages, competencies, interests, goals, scales, preferences, availability } = profile;
  const { devices, access, supports, plan, consent, history, provenance } = profile;
  return {
    ...profile,
    ...(languages && { languages: languages.map(fact) }),
    ...(competencies && {
      competencies: competencies.map((record) => ({
        ...record,
        lastAt: later(record.lastAt, ms),
        ...(record.trace && { trace: trace(record.trace) }),
      })),
    }),
    ...(interests && { interests: fact(interests) }),
    ...(goals && {
      goals: goals.map((goal) => ({ ...fact(goal), ...(goal.due !== undefined && { due: goal.due + ms }) })),
    }),
    ...(scales && { scales: scales.map((score) => ({ ...fact(score), at: score.at + ms })) }),
    ...(preferences && { preferences: fact(preferences) }),
    ...(availability && {
      availability: {
        ...fact(availability),
        ...(availability.exceptions && {
          exceptions: availability.exceptions.map((day) => ({ ...day, date: laterDay(day.date, ms) })),
        }),
      },
    }),
    ...(devices && { devices: devices.map(fact) }),
    ...(access && { access: fact(access) }),
    ...(supports && { supports: supports.map(fact) }),
    ...(plan && { plan: { ...fact(plan), ...(plan.review !== undefined && { review: plan.review + ms }) } }),
    ...(consent && { consent: consent.map(said) }),
    ...(history && {
      history: { ...history, firstAt: later(history.firstAt, ms), lastAt: later(history.lastAt, ms) },
    }),
    ...(provenance && { provenance: provenance.map(said) }),
  };
}

/** A local date 'YYYY-MM-DD' some whole days later. */
const laterDay = (date: string, ms: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + ms).toISOString().slice(0, 10);
