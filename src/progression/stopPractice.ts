import { check } from '../math/check.ts';
import type { DecisionStatus } from './progression.ts';
import type { Scores } from './scales/givenScores.ts';
import { type WheelSpinningOptions, wheelSpinning } from './wheelSpinning.ts';

/** Where practice of one competency stands. */
export interface PracticeState {
  readonly status: DecisionStatus;
  /** Scores in this competency, in time order. */
  readonly scores: Scores;
  /** Items that can still be asked; not looked at when absent. */
  readonly itemsLeft?: number;
  /** Minutes that are left; not looked at when absent. */
  readonly minutesLeft?: number;
}

/** Whether to go on, and if not why and what then. */
export type PracticeStop =
  | { readonly stop: false }
  | {
      readonly stop: true;
      readonly reason: 'mastered' | 'stuck' | 'outOfItems' | 'outOfTime';
      /** What a stuck learner needs is not more of the same. */
      readonly suggest: 'nextCompetency' | 'changeActivity' | 'newItems' | 'continueLater';
    };

/**
 * Whether practice of a competency should stop: mastered, stuck (wheel-spinning), out of items, or out of time, in this order.
 *
 * @param state the verdict so far, scores, and what is left
 * @param options of `wheelSpinning`: when a learner counts as stuck
 * @returns whether to stop, why, and what to do instead
 * @throws RangeError for counts below 0
 * @remarks Stuck is a symptom: change the activity, look at prerequisites, call the teacher, and keep such answers out of fits of learning rates.
 * @example
 * import { stopPractice } from 'tutelage/progression/analysis';
 *
 * stopPractice({ status: 'inProgress', scores: [0, 0, 1, 0, 0, 1, 0, 0, 1, 0] }); // => { stop: true, reason: 'stuck', suggest: 'changeActivity' }
 * stopPractice({ status: 'inProgress', scores: [0, 1], itemsLeft: 4 }); // => { stop: false }
 */
export function stopPractice(state: PracticeState, options: WheelSpinningOptions = {}): PracticeStop {
  const { status, scores, itemsLeft = Infinity, minutesLeft = Infinity } = state;
  for (const [name, left] of Object.entries({ itemsLeft, minutesLeft })) {
    check(left >= 0, 'stopPractice', name, left, 'a number of at least 0');
  }
  if (status === 'achieved') return { stop: true, reason: 'mastered', suggest: 'nextCompetency' };
  if (wheelSpinning(scores, options) === 'wheelSpinning')
    return { stop: true, reason: 'stuck', suggest: 'changeActivity' };
  if (itemsLeft === 0) return { stop: true, reason: 'outOfItems', suggest: 'newItems' };
  if (minutesLeft === 0) return { stop: true, reason: 'outOfTime', suggest: 'continueLater' };
  return { stop: false };
}
