import type { PathObjective } from './pathObjective.ts';

/**
 * Difficulty should follow from the unit before, in the sense of `difficultyTerm`.
 *
 * @remarks Part of every path, with weight w; as a value, it is for `paretoPaths`.
 * @example
 * import { difficultyFit } from 'tutelage/path';
 *
 * difficultyFit().name; // => 'difficultyFit'
 */
export function difficultyFit(): PathObjective {
  return {
    name: 'difficultyFit',
    options: {},
    prepare: (_, { terms }) => (terms.place ? { place: terms.place } : { pair: (i, j) => terms.pair(i, j)[1] }),
  };
}
