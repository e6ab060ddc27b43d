import type { Rule } from '../progression.ts';
import { kOf } from './kOf.ts';

/**
 * Achieved when every one of several rules says so.
 *
 * @param rules one or more
 * @returns a rule for `decideProgression`, with the reasons of all of them
 * @throws RangeError for no rule
 * @example
 * import { allOf, enoughEvidence, nInARow } from 'tutelage/progression';
 *
 * allOf(nInARow(), enoughEvidence({ sources: 2 })).name; // => 'all of (nInARow, enoughEvidence)'
 */
export function allOf(...rules: readonly Rule[]): Rule {
  return { ...kOf(rules.length, ...rules), name: `all of (${rules.map(({ name }) => name).join(', ')})`, options: {} };
}
