import type { Evidence } from '../evidence/evidence.ts';
import type { Mastery } from '../mastery/mastery.ts';
import { decideProgression, type ProgressionOptions } from './decideProgression.ts';
import type { CompetencyDecision, Reason, Rule } from './progression.ts';

/** One level of competency. */
export interface Level {
  /** Such as 'novice'. */
  readonly name: string;
  /** What a learner on this level can do, in words for people. */
  readonly descriptor?: string;
  readonly rule: Rule;
}

/** Where a learner stands with a competency, on levels. */
export interface LevelDecision {
  readonly competencyId: string;
  /** The highest level reached without a gap below; null when none is. */
  readonly level: string | null;
  readonly descriptor: string | null;
  readonly reasons: readonly Reason[];
  /** The level above and why it is not reached yet; null on the highest. */
  readonly next: { readonly level: string; readonly reasons: readonly Reason[] } | null;
}

/**
 * Decides on which level a learner stands, competency by competency, and what is missing to the next.
 *
 * @param mastery one learner's mastery
 * @param log the same learner's evidence
 * @param options levels from the lowest to the highest, each with its rule, and what `decideProgression` takes
 * @returns a level per competency
 * @throws RangeError for no level or two of one name, or as `decideProgression`
 * @remarks A level counts only when all below it are reached.
 * @example
 * import { nInARow } from 'tutelage/progression';
 * import { decideLevels } from 'tutelage/progression/analysis';
 *
 * const answer = { learnerId: 'ana', at: null, competencies: [{ id: 'fractions' }], score: 1, source: 'quiz' } as const;
 * const log = [{ ...answer, id: 'e1' }, { ...answer, id: 'e2' }];
 * const levels = [{ name: 'beginning', rule: nInARow({ n: 1 }) }, { name: 'secure', rule: nInARow({ n: 3 }) }];
 * const [fractions] = decideLevels({ learnerId: 'ana', by: 'none', estimates: [], unused: [] }, log, { levels });
 * fractions!.level; // => 'beginning'
 * fractions!.next!.reasons[0]!.text; // => '3 right answers in a row: not yet, 2 now.'
 */
export function decideLevels(
  mastery: Mastery,
  log: readonly Evidence[],
  options: Omit<ProgressionOptions, 'rule'> & { readonly levels: readonly Level[] },
): LevelDecision[] {
  const { levels, ...rest } = options;
  if (levels.length === 0) throw new RangeError('decideLevels: no level; give one or more');
  if (new Set(levels.map(({ name }) => name)).size < levels.length) {
    throw new RangeError('decideLevels: two levels have one name; give each its own');
  }
  const steps = levels.map(({ rule }) => decideProgression(mastery, log, { ...rest, rule }).decisions);
  return steps[0]!.map(({ competencyId }, place): LevelDecision => {
    const own = steps.map((decisions): CompetencyDecision => decisions[place]!);
    const missed = own.findIndex(({ status }) => status !== 'achieved');
    const height = missed < 0 ? levels.length : missed;
    const [reached, above] = [levels[height - 1], levels[height]];
    return {
      competencyId,
      level: reached?.name ?? null,
      descriptor: reached?.descriptor ?? null,
      reasons: own[height - 1]?.reasons ?? [],
      next: above ? { level: above.name, reasons: own[height]!.reasons } : null,
    };
  });
}
