import type { Counts } from './expectedCounts.ts';

/**
 * Adds the counts of two shards, as if their persons had been counted together.
 *
 * @param a counts of the same items under the same population and nodes as `b`
 * @param b counts of other persons
 * @returns new counts
 * @throws RangeError for counts of other items, another population or other nodes
 * @example
 * import { expectedCounts, mergeCounts, responseMatrix } from 'tutelage/irt';
 *
 * const items = [{ id: 'q1', model: 'rasch', b: 0 }] as const;
 * const counts = expectedCounts(responseMatrix([[1]], { items: ['q1'] }), items);
 * mergeCounts(counts, counts).logLikelihood; // => -1.386
 */
export function mergeCounts(a: Counts, b: Counts): Counts {
  const isAlike =
    a.itemIds.length === b.itemIds.length &&
    a.itemIds.every((id, j) => id === b.itemIds[j] && a.answers[j]!.length === b.answers[j]!.length) &&
    a.theta.length === b.theta.length &&
    a.theta.every((theta, q) => theta === b.theta[q]);
  if (!isAlike) {
    throw new RangeError(
      'mergeCounts: the counts are of different items, populations or nodes; count all shards with the same items and options',
    );
  }
  return {
    ...a,
    persons: a.persons.map((count, q) => count + b.persons[q]!),
    answers: a.answers.map((own, j) => own.map((count, k) => count + b.answers[j]![k]!)),
    logLikelihood: a.logLikelihood + b.logLikelihood,
  };
}
