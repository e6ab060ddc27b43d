import type { AccessMode } from '../../content/accessibility.ts';
import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';
import { usableWays, waysThrough } from '../waysThrough.ts';

const WORDS: Readonly<Record<AccessMode, string>> = {
  auditory: 'hearing',
  tactile: 'touch',
  textual: 'reading',
  visual: 'sight',
};
const words = (modes: readonly AccessMode[]) => modes.map((mode) => WORDS[mode]);

/** Some way through the content takes only modes that the learner can use (schema.org's `accessModeSufficient`). */
export const accessModes: FeasibilityConstraint = {
  name: 'accessModes',
  check(activity, { profile }) {
    const modes = profile.access?.modes;
    if (modes === undefined) return null;
    const ways = waysThrough(activity);
    if (ways === null) {
      return unsure(
        'accessModesUnknown',
        'It does not say whether it takes sight or hearing; ask before you count on it.',
      );
    }
    if (usableWays(ways, modes).length > 0) return null;
    const takes = inWords([...new Set(ways.map((way) => inWords(words(way), 'and')))], 'or');
    const help = modes.length > 0 ? `a version for ${inWords(words(modes), 'or')} would help` : 'ask for another way';
    return against('accessModes', `It takes ${takes} to follow; ${help}.`);
  },
};
