import { checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import { type CountingOptions, reaching } from './reaching.ts';

/** Options of {@link nInARow}. */
export interface NInARowOptions extends CountingOptions {
  /** Right answers in a row, 1 or more; 3 when absent. */
  readonly n?: number;
}

/**
 * Achieved with n right answers in a row: the oldest criterion, and for typical items about as good as Bayesian knowledge tracing with a threshold
 * of 0.95 (Doroudi 2020; Pelanek & Rihak 2018).
 *
 * @param options how many, and what counts as right
 * @returns a rule for `decideProgression`
 * @throws RangeError for an n that is no whole number of 1 or more
 * @remarks Items that are easily guessed break it: with a guess rate of 0.4, one in eight is credited without knowing.
 * @example
 * import { nInARow } from 'tutelage/progression';
 *
 * nInARow({ n: 5 }).options; // => { n: 5, right: 1 }
 */
export function nInARow({ n = 3, right }: NInARowOptions = {}): Rule {
  checkWhole('nInARow', 'n', n, 1);
  return reaching(right === undefined ? {} : { right }, {
    name: 'nInARow',
    options: { n },
    goal: n === 1 ? '1 right answer' : `${n} right answers in a row`,
    start() {
      let run = 0;
      return {
        next(isRight) {
          run = isRight ? run + 1 : 0;
          return run >= n;
        },
        soFar: () => `${run} now`,
      };
    },
  });
}
