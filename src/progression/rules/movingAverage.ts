import { check } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import { type CountingOptions, reaching } from './reaching.ts';

/** Options of {@link movingAverage}. */
export interface MovingAverageOptions extends CountingOptions {
  /** What the past counts, above 0 and below 1; 0.8 when absent. */
  readonly memory?: number;
  /** The average to reach, above 0 and below 1; 0.7 when absent. */
  readonly threshold?: number;
}

/**
 * Achieved when an exponential moving average of right answers reaches a threshold: v_k = a v_(k-1) + (1 - a) c_k, v_0 = 0.
 *
 * Pelanek & Rihak (2018), Analysis and design of mastery learning criteria, New Review of Hypermedia and Multimedia 24, 133-159.
 *
 * @param options memory a and threshold, and what counts as right
 * @returns a rule for `decideProgression`
 * @throws RangeError for a memory or threshold outside (0, 1)
 * @example
 * import { movingAverage } from 'tutelage/progression';
 *
 * movingAverage({ threshold: 0.6 }).options; // => { memory: 0.8, threshold: 0.6, right: 1 }
 */
export function movingAverage({ memory = 0.8, threshold = 0.7, right }: MovingAverageOptions = {}): Rule {
  for (const [name, value] of Object.entries({ memory, threshold })) {
    check(value > 0 && value < 1, 'movingAverage', name, value, 'a number above 0 and below 1');
  }
  return reaching(right === undefined ? {} : { right }, {
    name: 'movingAverage',
    options: { memory, threshold },
    goal: `moving average of ${threshold}`,
    start() {
      let average = 0;
      return {
        next(isRight) {
          average = memory * average + (isRight ? 1 - memory : 0);
          return average >= threshold - 1e-12; // as printed, not as doubles add up
        },
        soFar: () => `${average.toFixed(2)} now`,
      };
    },
  });
}
