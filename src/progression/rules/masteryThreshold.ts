import { probabilityAbove } from '../../mastery/probabilityAbove.ts';
import { check, checkWhole } from '../../math/check.ts';
import type { Decision, DecisionStatus, Rule, RuleContext } from '../progression.ts';

/** Options of {@link masteryThreshold}. */
export interface MasteryThresholdOptions {
  /** Share of the competency that has to be mastered, in (0, 1); 0.7 when absent (our choice). */
  readonly cut?: number;
  /** How sure one has to be of it, in (0, 1); 0.8 when absent (our choice). */
  readonly confidence?: number;
  /** Fewest answers before anything is decided; 3 when absent. */
  readonly minEvidence?: number;
}

/**
 * Credit when one is sure enough that enough is mastered: P(mastery >= cut) >= confidence, on at least `minEvidence`
 * answers.
 *
 * Degree (`cut`) and certainty (`confidence`) are two numbers because they are two questions (Pelanek 2018, AIED): a
 * learner with few answers may master much and still lack the evidence.
 *
 * @param options cut, confidence, minEvidence
 * @returns the rule, for `decideProgression`
 * @throws RangeError for options out of range
 * @remarks Without minimum evidence a favourable prior alone could give credit.
 * @example
 * import { masteryThreshold } from 'tutelage/progression';
 *
 * masteryThreshold({ cut: 0.6 }).options; // => { cut: 0.6, confidence: 0.8, minEvidence: 3 }
 */
export function masteryThreshold(options: MasteryThresholdOptions = {}): Rule {
  const { cut = 0.7, confidence = 0.8, minEvidence = 3 } = options;
  const name = 'masteryThreshold';
  for (const [what, value] of Object.entries({ cut, confidence })) {
    check(value > 0 && value < 1, name, what, value, 'a number above 0 and below 1');
  }
  checkWhole(name, 'minEvidence', minEvidence, 1);
  const verdict = (status: DecisionStatus, evidenceIds: readonly string[], text: string): Decision => ({
    status,
    reasons: [{ rule: name, evidenceIds, text }],
  });
  return {
    name,
    options: { cut, confidence, minEvidence },
    decide({ estimate, evidence }: RuleContext): Decision {
      if (evidence.length === 0) return verdict('notStarted', [], 'No evidence yet.');
      const ids = estimate.evidenceIds;
      const sure = probabilityAbove(estimate, cut);
      if (sure === null) {
        const seen = evidence.map(({ id }) => id);
        return verdict('inProgress', seen, `There is evidence, but none that could be used for an estimate.`);
      }
      if (estimate.n < minEvidence) {
        const answers = estimate.n === 1 ? '1 answer is' : `${estimate.n} answers are`;
        return verdict('inProgress', ids, `${answers} too few to decide; ${minEvidence} are needed.`);
      }
      const text = `At least ${percent(cut)} mastered: ${percent(sure)} sure, ${percent(confidence)} asked.`;
      return verdict(sure >= confidence ? 'achieved' : 'inProgress', ids, text);
    },
  };
}

/** Whole per cent, rounded down so that 80 % is never shown where only 79.9 % was reached. */
function percent(share: number): string {
  if (share < 0.01) return 'under 1 %';
  return share > 0.99 ? 'over 99 %' : `${Math.floor(share * 100 + 1e-9)} %`;
}
