import { checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import { type CountingOptions, reaching } from './reaching.ts';

/** Options of {@link mOfK}. */
export interface MOfKOptions extends CountingOptions {
  /** Right answers asked for, 1 to k; 4 when absent. */
  readonly m?: number;
  /** Answers looked at, the last ones, 1 or more; 5 when absent. */
  readonly k?: number;
}

/**
 * Achieved with m right answers among k in succession: a moving average with a threshold of m / k.
 *
 * @param options m and k, and what counts as right
 * @returns a rule for `decideProgression`
 * @throws RangeError for m or k that are no whole numbers in their range
 * @remarks It asks for k answers, even when the first m are right.
 * @example
 * import { mOfK } from 'tutelage/progression';
 *
 * mOfK().options; // => { m: 4, k: 5, right: 1 }
 */
export function mOfK({ m = 4, k = 5, right }: MOfKOptions = {}): Rule {
  checkWhole('mOfK', 'k', k, 1);
  checkWhole('mOfK', 'm', m, 1, k);
  return reaching(right === undefined ? {} : { right }, {
    name: 'mOfK',
    options: { m, k },
    goal: `${m} of ${k} answers in succession right`,
    start() {
      const last: boolean[] = [];
      const count = () => last.filter(Boolean).length;
      return {
        next(isRight) {
          last.push(isRight);
          if (last.length > k) last.shift();
          return last.length === k && count() >= m;
        },
        soFar: () => `${count()} of the last ${last.length}`,
      };
    },
  });
}
