import { check, checkAbove } from '../../math/check.ts';
import type { PathObjective } from './pathObjective.ts';

/** Options of {@link challenge}. */
export interface ChallengeOptions {
  /** Probability of success aimed at, in (0, 1); 0.8 when absent. */
  readonly success?: number;
  /** Logits by which the difficulty aimed at grows over the whole path; that of all units when absent, 0 for none. */
  readonly growth?: number;
}

/**
 * Difficulty should start near the learner's ability and grow along the path.
 *
 * Aimed at in position k of n is b_k = theta - logit(success) + growth k / (n - 1): by the Rasch model a unit as hard as that is
 * mastered with probability `success` by a learner whose ability grows as fast. Value: 1 - |b - b_k| / range, at least 0, with the
 * range from the least to the greatest of difficulties and aims. 0.8 rather than 0.5: learners stay with what they mostly
 * succeed at (our choice).
 *
 * @throws RangeError for a success outside (0, 1), a growth that is not finite or below 0; when it plans, for an unknown
 * theta or units without difficulty
 * @example
 * import { challenge, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'c', difficulty: 2 }, { id: 'a', difficulty: -1 }, { id: 'b', difficulty: 0 }];
 * const objectives = [{ objective: challenge(), weight: 1 }];
 * planPath({ units, theta: 0.4, weight: 0, objectives }).order; // => ['a', 'b', 'c']
 */
export function challenge({ success = 0.8, growth }: ChallengeOptions = {}): PathObjective {
  check(success > 0 && success < 1, 'challenge', 'success', success, 'a number above 0 and below 1');
  if (growth !== undefined) checkAbove('challenge', 'growth', growth, -Number.MIN_VALUE);
  return {
    name: 'challenge',
    options: { success, ...(growth !== undefined && { growth }) },
    prepare(where, { units, theta }) {
      if (theta === null) throw new RangeError(`${where}: objective "challenge" needs theta, the learner's ability`);
      const hardness = units.map(({ id, difficulty }) => {
        if (difficulty !== undefined) return difficulty;
        throw new RangeError(`${where}: objective "challenge" needs the difficulty of unit "${id}"`);
      });
      let [low, high] = [Infinity, -Infinity];
      for (const b of hardness) [low, high] = [Math.min(low, b), Math.max(high, b)];
      const start = theta - Math.log(success / (1 - success));
      const grows = growth ?? (high > low ? high - low : 0);
      const range = Math.max(high, start + grows) - Math.min(low, start);
      const last = Math.max(1, units.length - 1);
      return {
        place: (j, k) => (range > 0 ? Math.max(0, 1 - Math.abs(hardness[j]! - start - (grows * k) / last) / range) : 1),
      };
    },
  };
}
