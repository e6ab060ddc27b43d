import type { Evidence } from '../evidence/evidence.ts';
import type { UnusedEvidence } from './mastery.ts';

/** Which of several attempts at the same item counts. */
export type Attempt = 'first' | 'last';

/** Evidence that is an answer to an item, right or wrong. */
export type ItemAnswer = Evidence & { readonly itemId: string; readonly score: 0 | 1 };

/**
 * Keeps one right-or-wrong answer per learner and item from evidence in time order, and says of everything else why it
 * was not kept.
 */
export function chooseAnswers(
  entries: readonly Evidence[],
  attempt: Attempt,
): { chosen: ItemAnswer[]; unused: UnusedEvidence[] } {
  const kept = new Map<string, Map<string, ItemAnswer>>();
  const unused: UnusedEvidence[] = [];
  for (const entry of entries) {
    const reason = whyNot(entry);
    if (reason) {
      unused.push({ evidenceId: entry.id, reason });
      continue;
    }
    const answer = entry as ItemAnswer;
    const own = kept.get(answer.learnerId) ?? new Map<string, ItemAnswer>();
    kept.set(answer.learnerId, own);
    const earlier = own.get(answer.itemId);
    if (!earlier || attempt === 'last') own.set(answer.itemId, answer);
    if (earlier) unused.push({ evidenceId: (attempt === 'last' ? earlier : answer).id, reason: 'otherAttempt' });
  }
  return { chosen: [...kept.values()].flatMap((own) => [...own.values()]), unused };
}

function whyNot({ itemId, score }: Evidence): UnusedEvidence['reason'] | null {
  if (itemId === undefined) return 'noItem';
  if (score === null) return 'ungraded';
  return score === 0 || score === 1 ? null : 'notDichotomous';
}
