import type { CompetencyRecord } from '../profile/competencyRecord.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Mastery } from './mastery.ts';

/**
 * A profile with the estimates of a batch, in place of what was held of the same competencies.
 *
 * @param profile the learner's profile; fields of your own stay
 * @param mastery the same learner's, from `estimateMastery`; competencies that are unknown leave the profile as it is
 * @returns a fresh profile
 * @throws RangeError when profile and mastery are of different learners
 * @remarks Records made in this way have no state to go on from: estimate again when there is more evidence, or use `recordEvidence`.
 * @example
 * import { withMastery } from 'tutelage/mastery';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const estimate = { competencyId: 'fractions', status: 'estimated', value: 0.8, sd: 0.1, interval: [0.6, 0.9], level: 0.9, n: 7,
 *   evidenceIds: ['e1'], lastAt: null } as const;
 * const ana = withMastery(newLearnerProfile({ id: 'ana' }), { learnerId: 'ana', by: 'irt', estimates: [estimate], unused: [] });
 * ana.competencies; // => [{ competencyId: 'fractions', value: 0.8, sd: 0.1, n: 7, lastAt: null, by: 'irt' }]
 */
export function withMastery<P extends LearnerProfile>(profile: P, mastery: Mastery): P {
  const { learnerId, by, estimates } = mastery;
  if (learnerId !== profile.id) {
    throw new RangeError(
      `withMastery: the profile is of "${profile.id}" but mastery of "${learnerId}"; pass the same learner's`,
    );
  }
  const records = new Map((profile.competencies ?? []).map((record) => [record.competencyId, record]));
  for (const { competencyId, status, value, sd, n, lastAt } of estimates) {
    const record: CompetencyRecord = { competencyId, value, sd, n, lastAt, by };
    if (status === 'estimated') records.set(competencyId, record);
  }
  return { ...profile, competencies: [...records.values()] };
}
