import type { Evidence } from '../evidence/evidence.ts';
import type { UnusedEvidence } from './mastery.ts';

/** Which of several attempts at the same item counts. */
export type Attempt = 'first' | 'last';

/** Evidence that is an answer to an item, with the category answered. */
export type ItemAnswer = Evidence & { readonly itemId: string; readonly answer: number };

/** The category of an answer: the one recorded, else 0 or 1 for wrong or right; null when it is none of these. */
export const categoryOf = ({ category, score }: Evidence): number | null =>
  category ?? (score === 0 || score === 1 ? score : null);

/**
 * Keeps one answer per learner and item from evidence in time order, and says of everything else why it was not kept. `answerOf` is the
 * category of an answer, null when the item has no such category.
 */
export function chooseAnswers(
  entries: readonly Evidence[],
  attempt: Attempt,
  answerOf: (entry: Evidence) => number | null = categoryOf,
): { chosen: ItemAnswer[]; unused: UnusedEvidence[] } {
  const kept = new Map<string, Map<string, ItemAnswer>>();
  const unused: UnusedEvidence[] = [];
  for (const entry of entries) {
    const category = answerOf(entry);
    const { itemId } = entry;
    if (itemId === undefined || category === null) {
      const reason = itemId === undefined ? 'noItem' : entry.score === null ? 'ungraded' : 'notDichotomous';
      unused.push({ evidenceId: entry.id, reason });
      continue;
    }
    const answer: ItemAnswer = { ...entry, itemId, answer: category };
    const own = kept.get(answer.learnerId) ?? new Map<string, ItemAnswer>();
    kept.set(answer.learnerId, own);
    const earlier = own.get(answer.itemId);
    if (!earlier || attempt === 'last') own.set(answer.itemId, answer);
    if (earlier) unused.push({ evidenceId: (attempt === 'last' ? earlier : answer).id, reason: 'otherAttempt' });
  }
  return { chosen: [...kept.values()].flatMap((own) => [...own.values()]), unused };
}
