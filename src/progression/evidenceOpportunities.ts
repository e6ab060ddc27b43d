import type { QMatrix } from '../content/qMatrix.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Progression, Reason } from './progression.ts';

/** What is missing of one competency, and where it could be shown. */
export interface Opportunity {
  readonly competencyId: string;
  /** Why it is not achieved yet. */
  readonly missing: readonly Reason[];
  /** Prerequisites that are open. */
  readonly waitingFor: readonly string[];
  /** Items of the bank about it that the learner has not answered, those about least else first. */
  readonly fresh: readonly string[];
  /** Items about it that have been answered, and could be asked again. */
  readonly answered: readonly string[];
}

/**
 * What is missing of everything that is not achieved, and which items of the bank could show it.
 *
 * @param progression of `decideProgression`
 * @param bank which competencies each item is about
 * @param log the learner's evidence
 * @returns one entry per competency that is not achieved, in the order of the decisions; `fresh` is empty where the bank has nothing new
 * @example
 * import { evidenceOpportunities } from 'tutelage/progression/analysis';
 *
 * const decision = { competencyId: 'fractions', status: 'inProgress', reasons: [], ready: true, waitingFor: [] } as const;
 * const bank = [{ itemId: 'q1', competencyIds: ['fractions', 'decimals'] }, { itemId: 'q2', competencyIds: ['fractions'] }];
 * const [fractions] = evidenceOpportunities({ learnerId: 'ana', rule: 'nInARow', decisions: [decision] }, bank, []);
 * fractions!.fresh; // => ['q2', 'q1']
 */
export function evidenceOpportunities(
  progression: Progression,
  bank: QMatrix,
  log: readonly Evidence[],
): Opportunity[] {
  const seen = new Set(log.filter(({ learnerId }) => learnerId === progression.learnerId).map(({ itemId }) => itemId));
  return progression.decisions.flatMap(({ competencyId, status, reasons, waitingFor }): Opportunity[] => {
    if (status === 'achieved') return [];
    const about = bank.filter(({ competencyIds }) => competencyIds.includes(competencyId));
    const inOrder = [...about].sort((one, other) => one.competencyIds.length - other.competencyIds.length);
    const ids = (some: typeof about) => some.map(({ itemId }) => itemId);
    const [fresh, answered] = [
      ids(inOrder.filter(({ itemId }) => !seen.has(itemId))),
      ids(about.filter(({ itemId }) => seen.has(itemId))),
    ];
    return [{ competencyId, missing: reasons, waitingFor, fresh, answered }];
  });
}
