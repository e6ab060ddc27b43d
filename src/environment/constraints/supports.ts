import type { Activity } from '../../content/activity.ts';
import type { SupportFeature } from '../../profile/supports.ts';
import { contentFeatures, supportName } from '../contentFeatures.ts';
import { contentSupports } from '../contentSupports.ts';
import { against, type FeasibilityConstraint, type FeasibilityMoment, unsure } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';
import { usableWays, waysThrough } from '../waysThrough.ts';

/**
 * The content brings the supports that are on from the start, or the platform does.
 *
 * A support is called for when every way through the content that the learner can use comes in the modes it adapts, as
 * `contentSupports` says. Content may also list a support under its own name.
 */
export const supports: FeasibilityConstraint = {
  name: 'supports',
  check(activity, moment) {
    const wanted = (moment.profile.supports ?? [])
      .filter(({ feature, state }) => state === 'initial' && !moment.context.supports?.includes(feature))
      .map(({ feature }) => ({ feature, found: lookFor(feature, activity, moment) }));
    const named = (which: Found) =>
      inWords(
        [...new Set(wanted.filter(({ found }) => found === which).map(({ feature }) => supportName(feature)))],
        'and',
      );
    const missing = named('missing');
    if (missing) {
      return against(
        'supports',
        `It comes without ${missing}, which you need; a version or a platform with it would help.`,
      );
    }
    const open = named('unknown');
    return open
      ? unsure('supportsUnknown', `It does not say whether it has ${open}; ask before you count on it.`)
      : null;
  },
};

type Found = 'there' | 'missing' | 'unknown';

function lookFor(feature: SupportFeature, activity: Activity, { profile }: FeasibilityMoment): Found {
  const has = contentFeatures(activity);
  if (has?.(feature)) return 'there';
  const all = waysThrough(activity);
  const ways = all && usableWays(all, profile.access?.modes);
  const open = contentSupports.filter((row) => {
    if (row.feature !== feature || (has && row.by.some(has))) return false;
    return !ways || ways.every((way) => row.adapts.some((modes) => modes.every((mode) => way.includes(mode))));
  });
  if (open.length === 0) return 'there';
  return has && ways ? 'missing' : 'unknown';
}
