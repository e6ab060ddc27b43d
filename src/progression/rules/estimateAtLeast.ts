import { check, checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';

/** Options of {@link estimateAtLeast}. */
export interface EstimateAtLeastOptions {
  /** Mastery from which credit is given, above 0, at most 1; 0.95 when absent. */
  readonly enter?: number;
  /** Mastery below which it is taken back, at most `enter`; 0.8 when absent. Needs `previous` in `decideProgression`. */
  readonly leave?: number;
  /** Fewest answers before anything is decided, 1 or more; 3 when absent. */
  readonly minEvidence?: number;
}

/**
 * Achieved when estimated mastery reaches a threshold, and until it falls below a lower one (hysteresis), so that credit does not flicker.
 *
 * 0.95 is the convention of knowledge tracing (Corbett & Anderson 1995); 0.8 is our choice.
 *
 * @param options thresholds and fewest answers
 * @returns a rule for `decideProgression`
 * @throws RangeError for thresholds or a number of answers out of range
 * @remarks It looks at the estimate alone: `masteryThreshold` also asks how sure it is. Without `previous` there is one threshold, `enter`.
 * @example
 * import { estimateAtLeast } from 'tutelage/progression';
 *
 * estimateAtLeast({ enter: 0.9 }).options; // => { enter: 0.9, leave: 0.8, minEvidence: 3 }
 */
export function estimateAtLeast(options: EstimateAtLeastOptions = {}): Rule {
  const { enter = 0.95, leave = Math.min(0.8, enter), minEvidence = 3 } = options;
  const name = 'estimateAtLeast';
  check(enter > 0 && enter <= 1, name, 'enter', enter, 'a number above 0 and at most 1');
  check(leave >= 0 && leave <= enter, name, 'leave', leave, 'a number from 0 to enter');
  checkWhole(name, 'minEvidence', minEvidence, 1);
  return {
    name,
    options: { enter, leave, minEvidence },
    decide({ estimate: { value, n, evidenceIds }, evidence, previous }) {
      const limit = previous === 'achieved' ? leave : enter;
      const isEnough = value !== null && n >= minEvidence;
      const text = isEnough ? `Mastery ${value.toFixed(3)}, ${limit} asked.` : `${n} of ${minEvidence} answers.`;
      const achieved = isEnough && value >= limit;
      return {
        status: evidence.length === 0 ? 'notStarted' : achieved ? 'achieved' : 'inProgress',
        reasons: [{ rule: name, evidenceIds, text }],
      };
    },
  };
}
