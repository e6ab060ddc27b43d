import type { EvidenceSource } from '../../evidence/evidence.ts';
import { check } from '../../math/check.ts';
import type { Decision, Rule } from '../progression.ts';

/** Options of {@link confirmedLater}. */
export interface ConfirmedLaterOptions {
  /** Hours that have to lie between learning and check, above 0; 12 when absent. */
  readonly hours?: number;
  /** What counts as a check; quizzes and exams when absent. */
  readonly sources?: readonly EvidenceSource[];
  /** Score from which a check is passed, above 0, at most 1; 1 when absent. */
  readonly right?: number;
}

/**
 * Achieved when a rule was satisfied and a check some time later confirms it; a check that is missed sends it back until one is passed.
 *
 * What Khan Academy's mastery and ALEKS' knowledge checks have in common. The last check that comes at least `hours` after evidence which satisfies the
 * rule decides.
 *
 * @param rule one that counts answers, such as `nInARow()`
 * @param options hours, sources, what is passed
 * @returns a rule for `decideProgression`
 * @throws RangeError for hours or right out of range, TypeError for no source
 * @remarks The rule is asked with the evidence from before the check, but estimates are those of the whole log: a rule that looks at the estimate sees the
 * check too. Only dated evidence can confirm.
 * @example
 * import { nInARow } from 'tutelage/progression';
 * import { confirmedLater } from 'tutelage/progression/analysis';
 *
 * confirmedLater(nInARow(), { hours: 24 }).name; // => 'nInARow confirmed later'
 */
export function confirmedLater(rule: Rule, options: ConfirmedLaterOptions = {}): Rule {
  const { hours = 12, sources = ['quiz', 'exam'], right = 1 } = options;
  const name = `${rule.name} confirmed later`;
  check(hours > 0 && hours < Infinity, 'confirmedLater', 'hours', hours, 'a finite number above 0');
  check(right > 0 && right <= 1, 'confirmedLater', 'right', right, 'a number above 0 and at most 1');
  check(sources.length > 0, 'confirmedLater', 'sources', sources, 'one or more sources');
  return {
    name,
    options: { ...rule.options, hours, sources, right },
    decide(context): Decision {
      const { evidence } = context;
      for (const entry of [...evidence].reverse()) {
        if (entry.at === null || entry.score === null || !sources.includes(entry.source)) continue;
        const before = evidence.filter(({ at }) => at === null || at <= entry.at! - hours * 3_600_000);
        const learnt = rule.decide({ ...context, evidence: before });
        if (learnt.status !== 'achieved') continue;
        const passed = entry.score >= right;
        const text = passed
          ? 'Confirmed by a later check.'
          : 'A later check was missed; practise and be checked again.';
        const reasons = [...learnt.reasons, { rule: 'confirmedLater', evidenceIds: [entry.id], text }];
        return { status: passed ? 'achieved' : 'inProgress', reasons };
      }
      const { status, reasons } = rule.decide(context);
      if (status !== 'achieved') return { status, reasons };
      const text = `Learnt; to be confirmed by a check at least ${hours} hours later.`;
      return { status: 'inProgress', reasons: [...reasons, { rule: 'confirmedLater', evidenceIds: [], text }] };
    },
  };
}
