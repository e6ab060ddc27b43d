import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';
import { minutesNeeded } from '../minutesNeeded.ts';

/** The time it takes this learner, or the whole time limit the learner is entitled to, is free. */
export const minutes: FeasibilityConstraint = {
  name: 'minutes',
  check(activity, { context, profile }) {
    if (context.minutes === undefined) return null;
    const needed = minutesNeeded(activity, profile);
    if (needed === null) return unsure('minutesUnknown', 'It does not say how long it takes; leave yourself time.');
    if (needed <= context.minutes) return null;
    const text = `It takes you up to ${Math.ceil(needed)} minutes and you have ${Math.floor(context.minutes)}`;
    return against('minutes', `${text}; keep it for when you have longer.`);
  },
};
