import type { Evidence } from '../evidence/evidence.ts';
import { evidenceLog } from '../evidence/evidenceLog.ts';
import { type ResponseMatrix, responseMatrix } from '../irt/responseMatrix.ts';
import { type Attempt, chooseAnswers } from './chooseAnswers.ts';
import type { UnusedEvidence } from './mastery.ts';

/**
 * Turns evidence of many learners into a response matrix, ready to calibrate: the category of each answer where one is recorded, else 0
 * for a score of 0 and 1 for a score of 1.
 *
 * @param log evidence of any number of learners
 * @param options `attempt`: which counts when a learner answered an item more than once; the first when absent, since a
 * response model has one answer per person and item. `itemIds`: the items to keep, in this order; all when absent
 * @returns learners in order of first appearance (those without such an answer have no row), items too unless `itemIds`
 * orders them, and the evidence that did not enter, each with its reason
 * @throws TypeError or RangeError for evidence of the wrong shape (see `evidenceLog`)
 * @example
 * import { answerMatrix } from 'tutelage/mastery';
 *
 * const answer = { at: null, competencies: [], source: 'quiz' } as const;
 * const { matrix, unused } = answerMatrix([
 *   { ...answer, id: 'e1', learnerId: 'ana', itemId: 'q1', score: 0 },
 *   { ...answer, id: 'e2', learnerId: 'ana', itemId: 'q1', score: 1 },
 *   { ...answer, id: 'e3', learnerId: 'bo', itemId: 'q2', score: 1 },
 * ]);
 * Array.from(matrix.answers); // => [0, -1, -1, 1]
 * unused; // => [{ evidenceId: 'e2', reason: 'otherAttempt' }]
 */
export function answerMatrix(
  log: readonly Evidence[],
  options: { readonly attempt?: Attempt; readonly itemIds?: readonly string[] } = {},
): { matrix: ResponseMatrix; unused: UnusedEvidence[] } {
  const { entries } = evidenceLog(log);
  const { chosen, unused } = chooseAnswers(entries, options.attempt ?? 'first');
  const persons = new Map<string, Map<string, number>>();
  const items = new Set(options.itemIds ?? chosen.map(({ itemId }) => itemId));
  for (const { id, learnerId, itemId, answer } of chosen) {
    if (!items.has(itemId)) {
      unused.push({ evidenceId: id, reason: 'itemUnknown' });
      continue;
    }
    const row = persons.get(learnerId) ?? new Map<string, number>();
    persons.set(learnerId, row.set(itemId, answer));
  }
  const itemIds = [...items];
  const rows = [...persons.values()].map((row) => itemIds.map((id) => row.get(id) ?? null));
  return { matrix: responseMatrix(rows, { persons: [...persons.keys()], items: itemIds }), unused };
}
