import type { PathObjective } from './pathObjective.ts';

/**
 * Neighbours should be about the same concepts: their concept relation.
 *
 * @remarks Part of every path, with weight 1 - w; as a value, it is for `paretoPaths`.
 * @example
 * import { continuity } from 'tutelage/path';
 *
 * continuity().name; // => 'continuity'
 */
export function continuity(): PathObjective {
  return {
    name: 'continuity',
    options: {},
    prepare: (_, { terms }) => ({ pair: (i, j) => terms.pair(i, j)[0] }),
  };
}
