import { checkAbove } from '../math/check.ts';
import type { LearnerExport } from '../schema/learnerExport.ts';
import type { LearnerData } from './learnerData.ts';
import { learnerIds } from './renameLearners.ts';

const INFERRED = ['competencies', 'standing', 'confidence', 'pace', 'history'];
const HEADER = ['schema', 'version', 'id'];

/**
 * Everything that is kept of one learner in one portable document, with what was said and what was inferred apart (articles 15 and 20 of
 * the GDPR ask for access and for data portability; this is no legal advice).
 *
 * @param data of this learner alone: one profile, evidence, results, and reports about nobody else
 * @param options `now`: epoch ms
 * @returns a fresh document
 * @throws RangeError when there is not exactly one profile or anything is of another learner
 * @remarks The profile can be put together again: `{ schema, version, id, ...stated, ...inferred }` without the results. Class pages name
 * others: leave them out.
 * @example
 * import { exportProfile } from 'tutelage/privacy';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const ana = newLearnerProfile({ id: 'ana', locale: 'pt', pace: { multiplier: 1.2, n: 8 } });
 * const { stated, inferred } = exportProfile({ profiles: [ana] }, { now: 0 });
 * stated; // => { locale: 'pt' }
 * inferred.pace; // => { multiplier: 1.2, n: 8 }
 */
export function exportProfile(data: LearnerData, options: { readonly now: number }): LearnerExport {
  checkAbove('exportProfile', 'now', options?.now, -Infinity, ' of epoch milliseconds');
  const { profiles = [], evidence = [], masteries = [], progressions = [], reports = [] } = data;
  const [profile] = profiles;
  if (!profile || profiles.length > 1) {
    throw new RangeError(
      `exportProfile: profiles must hold the learner's profile and no other, got ${profiles.length}`,
    );
  }
  const others = learnerIds(data).filter((id) => id !== profile.id);
  if (others.length > 0) {
    throw new RangeError(
      `exportProfile: the data has something of ${others.length} others ("${others[0]}" ...); pass only what is of "${profile.id}"`,
    );
  }
  const page = reports.find(({ kind, title }) => kind !== 'learner' || title !== `Learner ${profile.id}`);
  if (page) {
    throw new RangeError(`exportProfile: report "${page.title}" is not about "${profile.id}"; leave it out`);
  }
  const fields = Object.entries(profile).filter(([field]) => !HEADER.includes(field));
  const pick = (inferred: boolean) =>
    Object.fromEntries(fields.filter(([field]) => INFERRED.includes(field) === inferred));
  return {
    schema: 'tutelage/learner-export',
    version: 1,
    learnerId: profile.id,
    exportedAt: options.now,
    stated: pick(false),
    inferred: { ...pick(true), masteries: [...masteries], progressions: [...progressions], reports: [...reports] },
    evidence: [...evidence],
  };
}
