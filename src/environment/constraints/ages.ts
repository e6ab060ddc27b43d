import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';

/**
 * The learner is of an age it is meant for.
 *
 * Only the year of birth is known, so that there are two ages a learner may have. For a least age the lower one counts and
 * for a highest age the upper one; years are those of UTC. Without `context.now` the age cannot be checked.
 */
export const ages: FeasibilityConstraint = {
  name: 'ages',
  check(activity, { context: { now }, profile: { birthYear } }) {
    const { min = 0, max = Infinity } = activity.ages ?? {};
    if (min <= 0 && max === Infinity) return null;
    const upTo = min <= 0 ? `up to ${max}` : `${min} to ${max}`;
    const meant = `It is for ages ${max === Infinity ? `${min} and over` : upTo}`;
    if (now === undefined) return unsure('agesUnchecked', `${meant}; check that yours is one of them.`);
    if (birthYear === undefined) {
      return against('ageUnknown', `${meant} and your year of birth is not known; add it, or ask your teacher.`);
    }
    const oldest = new Date(now).getUTCFullYear() - birthYear;
    if (oldest - 1 < min) return against('tooYoung', `${meant}; ask your teacher for something similar for your age.`);
    return oldest > max ? against('tooOld', `${meant}; ask your teacher for something similar for your age.`) : null;
  },
};
