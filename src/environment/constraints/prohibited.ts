import { contentFeatures, supportName } from '../contentFeatures.ts';
import { contentSupports } from '../contentSupports.ts';
import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';

/** The content does not force upon the learner what must not be used, such as captions that are part of the picture. */
export const prohibited: FeasibilityConstraint = {
  name: 'prohibited',
  check(activity, { profile }) {
    const has = contentFeatures(activity);
    const banned = (profile.supports ?? []).filter(({ state }) => state === 'prohibit').map(({ feature }) => feature);
    const rows = contentSupports.filter(({ feature, always }) => always && banned.includes(feature));
    const row = rows.find(({ always }) => !has || always?.some(has));
    if (!row) return null;
    const name = supportName(row.feature);
    return has
      ? against('prohibited', `It always shows ${name}, which you must not use; a version without would help.`)
      : unsure(
          'prohibitedUnknown',
          `It does not say whether it always shows ${name}, which you must not use; look first.`,
        );
  },
};
