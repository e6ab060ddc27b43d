import { checkWhole } from '../math/check.ts';
import { givenScores, type Scores } from './scales/givenScores.ts';

/** Options of {@link wheelSpinning}; the defaults are those of Beck & Gong (2013). */
export interface WheelSpinningOptions {
  /** Answers after which it should have worked, 1 or more; 10 when absent. */
  readonly opportunities?: number;
  /** Right answers in a row that count as mastery, 1 or more; 3 when absent. */
  readonly inARow?: number;
  /** Score from which an answer counts as right; 1 when absent. */
  readonly right?: number;
}

/**
 * Whether a learner works on something without getting anywhere: no three right answers in a row within ten.
 *
 * Beck & Gong (2013), Wheel-spinning: students who fail to master a skill, Artificial Intelligence in Education, 431-440.
 *
 * @param scores in time order; null is left out
 * @param options what mastery is, and after how many answers it should be there
 * @returns 'mastered'; 'wheelSpinning'; or 'indeterminate', as long as there are too few answers to say
 * @throws TypeError or RangeError for a score that is no finite number, or options out of range
 * @remarks A symptom, no diagnosis: who learns slowly is flagged as well. Change the activity, look at prerequisites, call the teacher.
 * @example
 * import { wheelSpinning } from 'tutelage/progression/analysis';
 *
 * wheelSpinning([0, 0, 1, 0, 1, 0, 0, 1, 0, 1]); // => 'wheelSpinning'
 * wheelSpinning([0, 1, 1, 1]); // => 'mastered'
 * wheelSpinning([0, 1]); // => 'indeterminate'
 */
export function wheelSpinning(
  scores: Scores,
  { opportunities = 10, inARow = 3, right = 1 }: WheelSpinningOptions = {},
): 'mastered' | 'wheelSpinning' | 'indeterminate' {
  checkWhole('wheelSpinning', 'opportunities', opportunities, 1);
  checkWhole('wheelSpinning', 'inARow', inARow, 1);
  const given = givenScores('wheelSpinning', scores);
  let run = 0;
  for (const [k, score] of given.entries()) {
    run = score >= right ? run + 1 : 0;
    if (run >= inARow) return 'mastered';
    if (k + 1 >= opportunities) return 'wheelSpinning';
  }
  return 'indeterminate';
}
