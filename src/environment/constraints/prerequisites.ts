import type { Competency } from '../../competency/competency.ts';
import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

/** What comes directly before its competencies is achieved. Its own competencies do not wait for one another. */
export const prerequisites: FeasibilityConstraint = {
  name: 'prerequisites',
  check({ competencyIds }, { waitingFor }) {
    if (waitingFor === null) return null;
    const open = new Map<string, Competency>();
    const strangers: string[] = [];
    for (const id of competencyIds) {
      const before = waitingFor(id);
      if (before === null) strangers.push(`"${id}"`);
      for (const competency of before ?? []) open.set(competency.id, competency);
    }
    for (const id of competencyIds) open.delete(id);
    if (open.size > 0) {
      const names = [...open.values()].map(({ id, title = id }) => `"${title}"`);
      return against('prerequisites', `It builds on ${inWords(names, 'and')}; work on that first.`);
    }
    if (strangers.length === 0) return null;
    const names = inWords(strangers, 'and');
    return unsure(
      'prerequisitesUnknown',
      `It is not known what comes before ${names}; ask your teacher if it is too early.`,
    );
  },
};
