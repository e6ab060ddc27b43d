import type { FollowingTerm } from './difficultyTerm.ts';

/**
 * Difficulty should not fall: 1 when the next unit is at least as hard, else 1 - drop / range.
 *
 * Our choice: a plain sum of difficulties is the same for every order, so the term has to look at neighbours.
 *
 * @example
 * import { ascending } from 'tutelage/path';
 *
 * ascending().fit(1, 0.5, 2); // => 0.75
 */
export function ascending(): FollowingTerm {
  return {
    name: 'ascending',
    options: {},
    fit: (before, after, range) => (after >= before ? 1 : 1 - (before - after) / range),
  };
}
