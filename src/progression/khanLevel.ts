import { check, checkShare } from '../math/check.ts';

/** Levels of Khan Academy, from the lowest. */
export type KhanLevel = 'notStarted' | 'attempted' | 'familiar' | 'proficient' | 'mastered';

/** One piece of work on a skill: an exercise of its own, or its question in a mixed quiz, test or challenge. */
export interface KhanWork {
  readonly kind: 'exercise' | 'mixed';
  /** Share of right answers, in [0, 1]; for mixed work 1 is right, anything else missed. */
  readonly score: number;
}

const ORDER: readonly KhanLevel[] = ['notStarted', 'attempted', 'familiar', 'proficient', 'mastered'];

/** What a question in mixed work makes of each level. */
const RIGHT: Readonly<Record<KhanLevel, KhanLevel>> = {
  notStarted: 'familiar',
  attempted: 'familiar',
  familiar: 'proficient',
  proficient: 'mastered',
  mastered: 'mastered',
};
const MISSED: Readonly<Record<KhanLevel, KhanLevel>> = {
  notStarted: 'attempted',
  attempted: 'attempted',
  familiar: 'attempted',
  proficient: 'familiar',
  mastered: 'proficient',
};

/**
 * The mastery level of a skill as Khan Academy gives it.
 *
 * An exercise gives attempted below 70 %, familiar below 100 %, proficient with all right; mixed work moves one level up or down, and only it leads to
 * mastered (Khan Academy help, "How do Mastery levels work", read 2026). That an exercise never lowers a level is our reading; the page does not say.
 *
 * @param work in time order
 * @param from where it starts; 'notStarted' when absent
 * @returns the level
 * @throws RangeError for a score outside [0, 1] or another kind of work
 * @example
 * import { khanLevel } from 'tutelage/progression/analysis';
 *
 * khanLevel([{ kind: 'exercise', score: 1 }]); // => 'proficient'
 * khanLevel([{ kind: 'exercise', score: 1 }, { kind: 'mixed', score: 1 }, { kind: 'exercise', score: 0.5 }]); // => 'mastered'
 */
export function khanLevel(work: readonly KhanWork[], from: KhanLevel = 'notStarted'): KhanLevel {
  let level = from;
  for (const [k, { kind, score }] of work.entries()) {
    checkShare('khanLevel', `work[${k}].score`, score);
    check(kind === 'exercise' || kind === 'mixed', 'khanLevel', `work[${k}].kind`, kind, "'exercise' or 'mixed'");
    if (kind === 'mixed') level = score === 1 ? RIGHT[level] : MISSED[level];
    else {
      const reached = score < 0.7 ? 'attempted' : score < 1 ? 'familiar' : 'proficient';
      if (ORDER.indexOf(reached) > ORDER.indexOf(level)) level = reached;
    }
  }
  return level;
}
