import type { LearnerSection } from '../learnerSection.ts';
import { limitsSection } from '../limitsSection.ts';
import { counted, UNUSED } from '../wording.ts';

/** What the page cannot tell: evidence that did not count, and the caller's notes. */
export const limits: LearnerSection = ({ mastery, notes = [] }) => {
  const byReason = new Map<string, number>();
  for (const { reason } of mastery.unused) byReason.set(UNUSED[reason], (byReason.get(UNUSED[reason]) ?? 0) + 1);
  const unused = [...byReason].map(([reason, count]) => `${counted(count, 'answer')} not used: ${reason}.`);
  return limitsSection([
    'Estimates are uncertain by as much as their intervals say; a share is of the questions there are, not of all there is to know.',
    ...unused,
    ...notes,
  ]);
};
