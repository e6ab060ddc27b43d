import { checkAbove } from '../math/check.ts';
import { taughtBy } from './checkUnits.ts';
import type { Path } from './path.ts';
import type { PathProblem } from './pathProblem.ts';

/** When a competency was mastered. */
export interface MasteredAt {
  readonly competencyId: string;
  /** Epoch ms; null when nobody recorded it. */
  readonly at: number | null;
}

/**
 * Why each unit stands where it does: what it shares with the one before, and where what it needs comes from.
 *
 * @param problem what the path was planned from
 * @param path the path
 * @param masteredAt when competencies were mastered; of several entries for one the last counts
 * @returns one sentence per step: the one in `path.explain`, and what the unit needs. Dates are those of UTC
 * @throws RangeError for a time that is not finite
 * @remarks What a unit needs are the direct prerequisites of what it teaches; of a group those that are mastered or on the path before.
 * @example
 * import { explainPath, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'halves', text: 'equal parts' }, { id: 'thirds', text: 'equal parts of three' }];
 * const problem = { units, prerequisites: [['halves', 'thirds'], ['counting', 'thirds']] as const, mastered: ['counting'] };
 * const [, thirds] = explainPath(problem, planPath(problem), [{ competencyId: 'counting', at: Date.UTC(2026, 8, 14) }]);
 * thirds!.split('; ')[1]; // => 'needs halves (step 1) and counting (mastered on 2026-09-14).'
 */
export function explainPath(
  problem: PathProblem,
  path: Pick<Path, 'order' | 'explain'>,
  masteredAt: readonly MasteredAt[] = [],
): string[] {
  const dates = new Map<string, string>();
  for (const { competencyId, at } of masteredAt) {
    if (at === null) continue;
    checkAbove('explainPath', `time at which "${competencyId}" was mastered`, at, -Infinity);
    dates.set(competencyId, new Date(at).toISOString().slice(0, 10));
  }
  const mastered = new Set(problem.mastered);
  const unitOf = new Map(problem.units.map((unit) => [unit.id, unit]));
  const taughtAt = new Map<string, number>();
  return path.order.map((id, k) => {
    const unit = unitOf.get(id);
    const taught = unit ? taughtBy(unit) : [];
    const needed = new Set(taught.flatMap((competencyId) => requirementsOf(problem, competencyId)));
    const sources = [...needed].flatMap((competencyId) => {
      const step = taughtAt.get(competencyId);
      if (mastered.has(competencyId)) {
        const on = dates.get(competencyId);
        return [`${competencyId} (mastered${on === undefined ? '' : ` on ${on}`})`];
      }
      return step === undefined || taught.includes(competencyId) ? [] : [`${competencyId} (step ${step})`];
    });
    for (const competencyId of taught) if (!taughtAt.has(competencyId)) taughtAt.set(competencyId, k + 1);
    const sentence = path.explain[k] ?? `${id}.`;
    return sources.length === 0 ? sentence : `${sentence.replace(/\.$/, '')}; needs ${listed(sources)}.`;
  });
}

function requirementsOf({ prerequisites = [] }: PathProblem, competencyId: string): readonly string[] {
  return prerequisites.flatMap((each) => {
    if ('target' in each) return each.target === competencyId ? ('anyOf' in each ? each.anyOf : each.kOf) : [];
    return each[1] === competencyId ? [each[0]] : [];
  });
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
