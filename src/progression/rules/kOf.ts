import { checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';

/**
 * Achieved when at least k of several rules say so, with the reasons of all of them.
 *
 * @param k 1 to the number of rules
 * @param rules one or more
 * @returns a rule for `decideProgression`
 * @throws RangeError for no rule, or a k out of range
 * @example
 * import { kOf, mOfK, nInARow } from 'tutelage/progression';
 *
 * kOf(1, nInARow(), mOfK()).name; // => '1 of (nInARow, mOfK)'
 */
export function kOf(k: number, ...rules: readonly Rule[]): Rule {
  if (rules.length === 0) throw new RangeError('kOf: no rule; give one or more');
  checkWhole('kOf', 'k', k, 1, rules.length);
  return {
    name: `${k} of (${rules.map(({ name }) => name).join(', ')})`,
    options: { k },
    decide(context) {
      const verdicts = rules.map((rule) => rule.decide(context));
      const achieved = verdicts.filter(({ status }) => status === 'achieved').length >= k;
      const begun = verdicts.some(({ status }) => status !== 'notStarted');
      return {
        status: achieved ? 'achieved' : begun ? 'inProgress' : 'notStarted',
        reasons: verdicts.flatMap(({ reasons }) => reasons),
      };
    },
  };
}
