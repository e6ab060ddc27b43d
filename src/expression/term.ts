import type { FollowingTerm } from '../path/fitness/difficultyTerm.ts';
import { compileNode } from './compileNode.ts';
import { parseText } from './parseText.ts';

const NAMES = { before: 'number', after: 'number', range: 'number' } as const;

/**
 * A term of a path's fitness written as text: how well a unit of difficulty `after` follows one of difficulty `before`, with `range` the range of difficulties over the
 * path, all in logits.
 *
 * Operators and functions are those of `rule`.
 *
 * @param text at most 500 characters, such as '1 - abs(after - before) / range'
 * @param name what the term is called; the text when absent
 * @returns a term for a path's fitness, in [0, 1], 1 is best
 * @throws SyntaxError for a text that is no such expression; its function throws RangeError where the text gives no number in [0, 1]: nothing is clipped, so say
 * max(0, min(1, ...)) where that is meant
 * @example
 * import { term } from 'tutelage/expression';
 *
 * term('1 - abs(after - before) / range').fit(0, 0.5, 2); // => 0.75
 */
export function term(text: string, name: string = text): FollowingTerm {
  const { kind, evaluate } = compileNode('term', text, parseText('term', text), NAMES);
  if (kind !== 'number') throw new SyntaxError('term: the text gives true or false; a term is a number in [0, 1]');
  return {
    name,
    options: { text },
    fit(before, after, range) {
      const value = evaluate({ before, after, range });
      if (typeof value === 'number' && value >= 0 && value <= 1) return value;
      throw new RangeError(
        `term: "${text}" gives ${value ?? 'no number'} for before ${before}, after ${after}, range ${range}; wanted a number in [0, 1]`,
      );
    },
  };
}
