import type { Evidence } from '../evidence/evidence.ts';
import type { CompetencyDecision, DecisionStatus } from './progression.ts';

const STATUS: Readonly<Record<DecisionStatus, string>> = {
  achieved: 'achieved',
  inProgress: 'in progress',
  notStarted: 'not started',
};

/**
 * A decision in words, with the evidence that decided.
 *
 * @param decision of `decideProgression`
 * @param log the evidence it was made from, to say what each piece was
 * @returns sentences, the verdict first
 * @example
 * import { explainDecision } from 'tutelage/progression/analysis';
 *
 * const answer = { id: 'e1', learnerId: 'ana', at: Date.UTC(2026, 8, 1), competencies: [{ id: 'fractions' }], score: 1, source: 'exam' } as const;
 * const reasons = [{ rule: 'nInARow', evidenceIds: ['e1'], text: '1 right answer in a row: reached with answer 1 of 1.' }];
 * const lines = explainDecision({ competencyId: 'fractions', status: 'achieved', reasons, ready: true, waitingFor: [] }, [answer]);
 * lines[0]; // => 'fractions: achieved.'
 * lines[1]; // => '1 right answer in a row: reached with answer 1 of 1. Evidence: e1 (exam, 2026-09-01, 100 %).'
 */
export function explainDecision(decision: CompetencyDecision, log: readonly Evidence[]): string[] {
  const { competencyId, status, reasons, waitingFor, retention, override, decided } = decision;
  const known = new Map(log.map((entry) => [entry.id, entry]));
  const describe = (id: string): string => {
    const entry = known.get(id);
    if (!entry) return id;
    const date = entry.at === null ? 'undated' : new Date(entry.at).toISOString().slice(0, 10);
    return `${id} (${entry.source}, ${date}, ${entry.score === null ? 'not graded' : `${Math.round(entry.score * 100)} %`})`;
  };
  return [
    `${competencyId}: ${STATUS[status]}.`,
    ...(override
      ? [`Decided by ${override.by}: ${override.reason}. The rule says: ${STATUS[decided ?? status]}.`]
      : []),
    ...reasons.map(({ text, evidenceIds }) =>
      evidenceIds.length === 0 ? text : `${text} Evidence: ${evidenceIds.map(describe).join(', ')}.`,
    ),
    ...(retention && retention !== 'mastered' ? [retention === 'fading' ? 'It is fading.' : 'It needs review.'] : []),
    ...(waitingFor.length > 0 ? [`Prerequisites open: ${waitingFor.join(', ')}.`] : []),
  ];
}
