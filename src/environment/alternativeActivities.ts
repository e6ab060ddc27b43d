import type { Modality } from '../content/activity.ts';
import { checkList, checkShare, checkWhole } from '../math/check.ts';
import type { RankedActivity } from './rankByPreference.ts';

/** Options of {@link alternativeActivities}. */
export interface AlternativeActivitiesOptions {
  /** Most choices to offer, 1 or more; 3 when absent. */
  readonly count?: number;
  /** How much worse the fit of a choice may be, as a share of the fit of the first, in [0, 1]; 0.05 when absent. */
  readonly within?: number;
}

/**
 * A few activities to choose from: the first of a ranking, and others of nearly the same fit, each of which brings a
 * modality that none before it has.
 *
 * Having a choice helped motivation most when two to four choices were made in a row (Patall, Cooper & Robinson 2008,
 * Psychological Bulletin 134, 270-300); how many to offer each time, and how near, is our choice.
 *
 * @param ranked best first, from {@link rankByPreference}
 * @param options count and nearness
 * @returns at most `count` entries of `ranked`, in their order; fewer when no more are as good and different
 * @throws RangeError for a count below 1 or a share outside [0, 1], TypeError for a ranking that is no array
 * @remarks To study later what choosing does, keep what was offered as well as what was taken.
 * @example
 * import { newActivity } from 'tutelage/content';
 * import { alternativeActivities, rankByPreference } from 'tutelage/environment';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const activities = (['text', 'text', 'video'] as const).map((modality, k) =>
 *   newActivity({ id: `${modality}-${k}`, competencyIds: ['fractions'], modalities: [modality] }));
 * const ranked = rankByPreference(activities, newLearnerProfile({ id: 'k4x9' }));
 * alternativeActivities(ranked).map(({ activity }) => activity.id); // => ['text-0', 'video-2']
 */
export function alternativeActivities(
  ranked: readonly RankedActivity[],
  options: AlternativeActivitiesOptions = {},
): RankedActivity[] {
  const { count = 3, within = 0.05 } = options;
  checkList('alternativeActivities', 'ranked', ranked);
  checkWhole('alternativeActivities', 'options.count', count, 1);
  checkShare('alternativeActivities', 'options.within', within);
  const least = (1 - within) * (ranked[0]?.fit ?? 0);
  const offered = new Set<Modality>();
  const chosen: RankedActivity[] = [];
  for (const choice of ranked) {
    if (chosen.length === count) break;
    const { modalities = [] } = choice.activity;
    const different = chosen.length === 0 || modalities.some((modality) => !offered.has(modality));
    if (!different || choice.fit < least) continue;
    chosen.push(choice);
    for (const modality of modalities) offered.add(modality);
  }
  return chosen;
}
