import type { FollowingTerm } from './difficultyTerm.ts';

/**
 * Difficulty should change little in either direction: 1 - |change| / range. Our choice.
 *
 * @example
 * import { smooth } from 'tutelage/path';
 *
 * smooth().fit(0, 0.5, 2); // => 0.75
 */
export function smooth(): FollowingTerm {
  return { name: 'smooth', options: {}, fit: (before, after, range) => 1 - Math.abs(after - before) / range };
}
