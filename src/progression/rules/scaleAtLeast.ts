import { checkAbove } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import type { Scores } from '../scales/givenScores.ts';
import { roundScore } from '../scales/roundScore.ts';

/** Options of {@link scaleAtLeast}. */
export interface ScaleAtLeastOptions {
  /** What has to be reached, on the scale of `points`. */
  readonly mastery: number;
  /** Points of full marks: scores in [0, 1] are multiplied by it; 1 when absent. */
  readonly points?: number;
  /** What the rule is called; 'scaleAtLeast' when absent. */
  readonly name?: string;
}

/**
 * Achieved when a scale such as {@link weightedAverage} makes enough of the scores, rounded to two decimals as gradebooks do.
 *
 * @param scale from scores in time order to a number, null for too few
 * @param options what is enough, on which scale
 * @returns a rule for `decideProgression`
 * @throws RangeError for a mastery that is not finite or points of 0 or less
 * @remarks Other than the counting rules it looks at all scores as they are now: a later bad score can take it back.
 * @example
 * import { scaleAtLeast, weightedAverage } from 'tutelage/progression';
 *
 * scaleAtLeast(weightedAverage, { mastery: 3, points: 5 }).options; // => { mastery: 3, points: 5 }
 */
export function scaleAtLeast(scale: (scores: Scores) => number | null, options: ScaleAtLeastOptions): Rule {
  const { mastery, points = 1, name = 'scaleAtLeast' } = options;
  checkAbove('scaleAtLeast', 'mastery', mastery, -Infinity);
  checkAbove('scaleAtLeast', 'points', points, 0);
  return {
    name,
    options: { mastery, points },
    decide({ evidence }) {
      const scored = evidence.filter(({ score }) => score !== null);
      const value = roundScore(scale(scored.map(({ score }) => score! * points)));
      const evidenceIds = scored.map(({ id }) => id);
      const verdict = (status: 'achieved' | 'inProgress' | 'notStarted', text: string) => ({
        status,
        reasons: [{ rule: name, evidenceIds, text }],
      });
      if (evidence.length === 0) return verdict('notStarted', 'No evidence yet.');
      if (value === null) return verdict('inProgress', `Too few scores yet: ${scored.length}.`);
      return verdict(value >= mastery ? 'achieved' : 'inProgress', `${value} of ${mastery} asked.`);
    },
  };
}
