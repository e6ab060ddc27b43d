import type { Evidence } from '../evidence/evidence.ts';
import { checkList } from '../math/check.ts';
import type { ConfidenceCalibration } from './measures.ts';

/**
 * How well a learner's confidence matches the results: mean confidence less mean score over what was rated and graded.
 *
 * @param entries one learner's evidence
 * @returns bias in [-1, 1] (above 0 is over-confident) and the number of ratings; null when nothing was rated
 * @remarks With fewer than ten ratings say nothing about a learner's confidence (our choice).
 * @example
 * import { measureConfidence } from 'tutelage/profile';
 *
 * const answer = { learnerId: 'ana', at: null, competencies: [], source: 'quiz' } as const;
 * const entries = [
 *   { ...answer, id: 'e1', score: 1, confidence: 0.9 },
 *   { ...answer, id: 'e2', score: 0, confidence: 0.7 },
 *   { ...answer, id: 'e3', score: 1 },
 * ];
 * measureConfidence(entries); // => { bias: 0.3, n: 2 }
 */
export function measureConfidence(entries: readonly Evidence[]): ConfidenceCalibration | null {
  checkList('measureConfidence', 'entries', entries);
  let gap = 0;
  let n = 0;
  for (const { score, confidence } of entries) {
    if (score === null || confidence === undefined) continue;
    gap += confidence - score;
    n++;
  }
  return n === 0 ? null : { bias: gap / n, n };
}
