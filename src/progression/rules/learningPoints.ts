import { checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import { type CountingOptions, reaching } from './reaching.ts';

/** Options of {@link learningPoints}. */
export interface LearningPointsOptions extends CountingOptions {
  /** Points to reach, 1 or more; 5 when absent. */
  readonly goal?: number;
}

/**
 * Achieved with enough points as ALEKS gives them for a topic: 1 for a right answer, 2 when it follows another right one and needed no hint, 1 off for
 * a wrong one, never below 0.
 *
 * After the ALEKS user guide, section 6.2; a topic is learned at 5 points.
 *
 * @param options points to reach, and what counts as right
 * @returns a rule for `decideProgression`
 * @throws RangeError for a goal that is no whole number of 1 or more
 * @remarks ALEKS confirms later by a mixed check; combine with a rule that asks for one.
 * @example
 * import { learningPoints } from 'tutelage/progression';
 *
 * learningPoints().options; // => { goal: 5, right: 1 }
 */
export function learningPoints({ goal = 5, right }: LearningPointsOptions = {}): Rule {
  checkWhole('learningPoints', 'goal', goal, 1);
  return reaching(right === undefined ? {} : { right }, {
    name: 'learningPoints',
    options: { goal },
    goal: goal === 1 ? '1 point' : `${goal} points`,
    start() {
      let points = 0;
      let before = false;
      return {
        next(isRight, { hints = 0 }) {
          const gain = before && hints === 0 ? 2 : 1;
          points = Math.max(0, points + (isRight ? gain : -1));
          before = isRight;
          return points >= goal;
        },
        soFar: () => `${points} now`,
      };
    },
  });
}
