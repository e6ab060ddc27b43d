import type { Place } from '../../content/requirements.ts';
import { against, type FeasibilityConstraint } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

const WORDS: Readonly<Record<Place, string>> = {
  home: 'at home',
  school: 'at school',
  library: 'in a library',
  work: 'at work',
  transit: 'on the way',
  other: 'elsewhere',
};

/** The learner is in a place that will do. */
export const place: FeasibilityConstraint = {
  name: 'place',
  check({ places = [] }, { context }) {
    if (places.length === 0 || context.place === undefined || places.includes(context.place)) return null;
    const where = places.map((name) => WORDS[name]);
    return against('place', `It is done ${inWords(where, 'or')}; keep it for when you are there.`);
  },
};
