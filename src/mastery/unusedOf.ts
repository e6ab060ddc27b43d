import type { Evidence } from '../evidence/evidence.ts';
import type { UnusedEvidence } from './mastery.ts';

/** Evidence that no estimate by competency rests on: what was not graded, and what is about nothing. */
export const unusedOf = (log: readonly Evidence[]): UnusedEvidence[] =>
  log.flatMap(({ id, score, competencies }): UnusedEvidence[] => {
    if (score === null) return [{ evidenceId: id, reason: 'ungraded' }];
    return competencies.length === 0 ? [{ evidenceId: id, reason: 'noCompetency' }] : [];
  });
