import type { Rule } from '../progression.ts';
import { kOf } from './kOf.ts';

/**
 * Achieved when at least one of several rules says so.
 *
 * @param rules one or more
 * @returns a rule for `decideProgression`, with the reasons of all of them
 * @throws RangeError for no rule
 * @example
 * import { anyOf, mOfK, nInARow } from 'tutelage/progression';
 *
 * anyOf(nInARow({ n: 5 }), mOfK({ m: 8, k: 10 })).name; // => 'any of (nInARow, mOfK)'
 */
export function anyOf(...rules: readonly Rule[]): Rule {
  return { ...kOf(1, ...rules), name: `any of (${rules.map(({ name }) => name).join(', ')})`, options: {} };
}
