import { checkAbove, checkList } from '../../math/check.ts';
import { normalGrid } from '../../math/normalGrid.ts';
import type { Answer, Item } from '../item.ts';
import { allModels } from '../models/all.ts';
import { answeredItems } from './answeredItems.ts';
import { sumOf } from './maximiseAbility.ts';

/** A log-likelihood ready to be plotted. */
export interface LikelihoodProfile {
  /** Abilities in logits. */
  readonly theta: readonly number[];
  /** Log-likelihood of the answers at each; 0 everywhere when nothing was answered. */
  readonly logLikelihood: readonly number[];
}

/**
 * The log-likelihood of one person's answers over ability, for plots and for seeing several maxima.
 *
 * @param items the items, each id once
 * @param answers one answer per item in the same order; null for items not administered
 * @param options `thetas`: the abilities in logits; 121 from -6 to 6 when absent
 * @returns abilities and log-likelihoods, plain arrays of the same length
 * @throws RangeError for impossible items or answers, or a theta that is not finite
 * @example
 * import { likelihoodProfile } from 'tutelage/irt/analysis';
 *
 * const items = [{ id: 'q1', model: 'rasch', b: 0 }, { id: 'q2', model: 'rasch', b: 0 }] as const;
 * likelihoodProfile(items, [1, 0], { thetas: [-1, 0, 1] }).logLikelihood; // => [-1.6265, -1.3863, -1.6265]
 */
export function likelihoodProfile(
  items: readonly Item[],
  answers: readonly Answer[],
  options: { readonly thetas?: readonly number[] } = {},
): LikelihoodProfile {
  const where = 'likelihoodProfile';
  const { thetas = Array.from(normalGrid(121, 6).z) } = options;
  checkList(where, 'thetas', thetas);
  for (const t of thetas) checkAbove(where, 'every theta', t, -Infinity);
  const answered = answeredItems(where, allModels, items, answers);
  return { theta: [...thetas], logLikelihood: thetas.map((t) => sumOf('logProbability', answered, t)) };
}
