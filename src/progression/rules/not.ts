import type { Rule } from '../progression.ts';

/**
 * Achieved when a rule says that it is not: to be combined, such as `allOf(nInARow(), not(mOfK({ m: 5, k: 10, ... })))`.
 *
 * @param rule any
 * @returns a rule for `decideProgression`; 'notStarted' stays 'notStarted'
 * @example
 * import { nInARow } from 'tutelage/progression';
 * import { not } from 'tutelage/progression/analysis';
 *
 * not(nInARow()).name; // => 'not nInARow'
 */
export function not(rule: Rule): Rule {
  return {
    name: `not ${rule.name}`,
    options: rule.options,
    decide(context) {
      const { status, reasons } = rule.decide(context);
      return {
        status: status === 'notStarted' ? status : status === 'achieved' ? 'inProgress' : 'achieved',
        reasons: reasons.map((reason) => ({ ...reason, text: `Not wanted: ${reason.text}` })),
      };
    },
  };
}
