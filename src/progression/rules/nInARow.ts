import { checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import { type CountingOptions, reaching } from './reaching.ts';

/** Options of {@link nInARow}. */
export interface NInARowOptions extends CountingOptions {
  /** Right answers in a row, 1 or more; 3 when absent. */
  readonly n?: number;
}

/**
 * Achieved with n right answers in a row: the oldest criterion, and under some variants of Bayesian knowledge tracing the best one (Doroudi 2020, Mastery
 * learning heuristics and their hidden models, Artificial Intelligence in Education).
 *
 * @param options how many, and what counts as right
 * @returns a rule for `decideProgression`
 * @throws RangeError for an n that is no whole number of 1 or more
 * @remarks Items that are easily guessed break it: of 20,000 simulated learners with a guess rate of 0.4, one in eight is credited without
 * knowing (a test repeats that).
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
