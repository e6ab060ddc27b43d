import type { AccessHazard } from '../../content/accessibility.ts';
import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

const WORDS: Readonly<Record<AccessHazard, string>> = {
  flashing: 'flashing',
  motionSimulation: 'simulated motion',
  sound: 'sounds that may harm',
};

/** The content has none of the hazards that the learner has to avoid. An empty list of hazards says that there are none. */
export const hazards: FeasibilityConstraint = {
  name: 'hazards',
  check({ accessibilityHazard }, { profile }) {
    const avoid = profile.access?.avoid ?? [];
    if (avoid.length === 0) return null;
    const named = (list: readonly AccessHazard[]) => list.map((hazard) => WORDS[hazard]);
    if (accessibilityHazard === undefined) {
      return unsure(
        'hazardsUnknown',
        `It does not say whether it has ${inWords(named(avoid), 'or')}; ask before you start.`,
      );
    }
    const met = accessibilityHazard.filter((hazard) => avoid.includes(hazard));
    if (met.length === 0) return null;
    return against('hazard', `It has ${inWords(named(met), 'and')}, which you avoid; a version without would help.`);
  },
};
