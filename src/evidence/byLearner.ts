import type { Evidence } from './evidence.ts';

/**
 * Splits evidence by learner, keeping the order within each.
 *
 * @param entries evidence of any number of learners
 * @returns one entry per learner, in order of first appearance (a Map, so that an id such as `__proto__` is safe)
 * @example
 * import { byLearner } from 'tutelage/evidence';
 *
 * const answer = { at: null, competencies: [{ id: 'fractions' }], score: 1, source: 'quiz' } as const;
 * const split = byLearner([
 *   { ...answer, id: 'e1', learnerId: 'ana' },
 *   { ...answer, id: 'e2', learnerId: 'bo' },
 *   { ...answer, id: 'e3', learnerId: 'ana' },
 * ]);
 * [...split.keys()]; // => ['ana', 'bo']
 * split.get('ana')?.length; // => 2
 */
export function byLearner(entries: readonly Evidence[]): Map<string, Evidence[]> {
  const split = new Map<string, Evidence[]>();
  for (const entry of entries) {
    const own = split.get(entry.learnerId);
    if (own) own.push(entry);
    else split.set(entry.learnerId, [entry]);
  }
  return split;
}
