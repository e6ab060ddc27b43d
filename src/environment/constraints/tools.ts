import { contentFeatures, supportName } from '../contentFeatures.ts';
import { platformSupports } from '../contentSupports.ts';
import { against, type FeasibilityConstraint } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

/** The platform has the tools that are on from the start, when it is known what it has. */
export const tools: FeasibilityConstraint = {
  name: 'tools',
  check(activity, { context, profile }) {
    if (context.supports === undefined) return null;
    const has = contentFeatures(activity);
    const missing = (profile.supports ?? []).filter(
      ({ feature, state }) =>
        state === 'initial' &&
        platformSupports.includes(feature) &&
        !context.supports?.includes(feature) &&
        !has?.(feature) &&
        (feature !== 'additional-testing-time' || activity.timeLimitMinutes !== undefined),
    );
    if (missing.length === 0) return null;
    const names = inWords([...new Set(missing.map(({ feature }) => supportName(feature)))], 'and');
    return against('tools', `You need ${names}, which this platform does not offer; ask for another place to do it.`);
  },
};
