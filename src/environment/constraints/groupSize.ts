import { against, type FeasibilityConstraint } from '../feasibilityConstraint.ts';

/** Enough people can work together. More than the largest group is no hindrance: they can split up. */
export const groupSize: FeasibilityConstraint = {
  name: 'groupSize',
  check(activity, { context: { people } }) {
    const { min } = activity.groupSize ?? { min: 1 };
    if (people === undefined || people >= min) return null;
    return against('groupSize', `It is for ${min} people or more; find ${min - people} more to work with.`);
  },
};
