import { check, checkWhole } from '../math/check.ts';
import { type ClassNeedsOptions, classNeeds } from './classNeeds.ts';
import type { Mastery } from './mastery.ts';
import { mixedGroups } from './mixedGroups.ts';
import { sameNeedGroups } from './sameNeedGroups.ts';

/** Learners who could work together, and why. */
export interface LearnerGroup {
  readonly learnerIds: readonly string[];
  /** The need they share; null in a mixed group. */
  readonly competencyId: string | null;
  /** One sentence for people. */
  readonly text: string;
}

/** Groups for a class; every learner is in one group or in `ungrouped`. */
export interface Grouping {
  readonly groups: readonly LearnerGroup[];
  /** `noNeed`: no competency is surely a need; `unknown`: nothing is known of the learner. Empty in mode `mixed`. */
  readonly ungrouped: readonly { readonly learnerId: string; readonly reason: 'noNeed' | 'unknown' }[];
}

/** Options of {@link groupLearners}. */
export interface GroupOptions extends ClassNeedsOptions {
  /** Most learners in a group, a whole number of at least 1; 4 when absent. */
  readonly size?: number;
  /** `sameNeed`, the default: who needs the same works together. `mixed`: each group has stronger and weaker learners. */
  readonly mode?: 'sameNeed' | 'mixed';
}

/**
 * Suggests groups for a class. The rules are our choice.
 *
 * `sameNeed`: the competency that most learners without a group need comes first; they are put in order, the lowest value first,
 * and cut into as few groups as `size` allows, as equal as can be (5 learners at size 4 make 3 and 2; a part of one waits). So on
 * with the next, while one is needed by two or more. Whoever is left joins a group with room for a need of theirs, or pairs with
 * another who is left, with a member of a group of three or more, or with one of a pair, if the other one finds company in the same
 * way; or else is alone with the need of lowest value.
 *
 * `mixed`: learners in order of the mean of their estimated shares, the highest first, are dealt in turns that change direction
 * (1 2 3 3 2 1 1 2 3). Learners of whom nothing is known come last, in the direction of the last turn, so that they are spread
 * evenly too.
 *
 * @param masteries one per learner, from `estimateMastery`
 * @param options size, mode, and what makes a need (see `classNeeds`)
 * @returns the groups, and who is in none with the reason
 * @throws RangeError for a size below 1, an unheard-of mode, and as `classNeeds` does
 * @remarks Nobody is alone who shares a need with another who is alone, or with a member of a group of three or more. Fewer may
 * have to be alone in the best grouping of all, but seldom. Ties go by the order given. `mixed` compares means of whatever is estimated
 * of each learner; pass `competencyIds` to compare by the same.
 * @example
 * import { groupLearners } from 'tutelage/mastery';
 *
 * const about = { status: 'estimated', interval: [0, 1], level: 0.9, sd: 0.1, n: 8, evidenceIds: [], lastAt: null } as const;
 * const masteries = Object.entries({ ana: 0.2, bo: 0.9, cy: 0.4 }).map(([learnerId, value]) => (
 *   { learnerId, by: 'irt', estimates: [{ ...about, competencyId: 'fractions', value }], unused: [] }
 * ));
 * const { groups, ungrouped } = groupLearners(masteries, { size: 4, mode: 'sameNeed' });
 * groups[0]!.learnerIds; // => ['ana', 'cy']
 * groups[0]!.text; // => 'All need "fractions": about 20 to 40 in 100, with 70 asked for.'
 * ungrouped; // => [{ learnerId: 'bo', reason: 'noNeed' }]
 */
export function groupLearners(masteries: readonly Mastery[], options: GroupOptions = {}): Grouping {
  const { size = 4, mode = 'sameNeed', cut = 0.7 } = options;
  checkWhole('groupLearners', 'size', size, 1);
  check(mode === 'sameNeed' || mode === 'mixed', 'groupLearners', 'mode', mode, "'sameNeed' or 'mixed'");
  const table = classNeeds(masteries, { ...options, cut });
  const named = (members: readonly number[]) => members.map((k) => table.learnerIds[k]!);
  if (mode === 'mixed') {
    const means = table.learnerIds.map((_, k) => meanOf(table.cells.flatMap((row) => row[k]!.value ?? [])));
    const groups = mixedGroups(means, size).map((members) => ({
      learnerIds: named(members),
      competencyId: null,
      text: mixedText(members.map((k) => means[k]!)),
    }));
    return { groups, ungrouped: [] };
  }
  const groups = sameNeedGroups(table, size).map(({ row, members }) => {
    const competencyId = table.competencyIds[row]!;
    const about = inPoints(members.map((k) => table.cells[row]![k]!.value!));
    const alone = size > 1 ? '; nobody is left to share a need with' : '';
    const [who, more] = members.length > 1 ? ['All need', ''] : ['Needs', alone];
    const text = `${who} "${competencyId}": about ${about} in 100, with ${inPoints([cut])} asked for${more}.`;
    return { learnerIds: named(members), competencyId, text };
  });
  const grouped = new Set(groups.flatMap(({ learnerIds }) => learnerIds));
  const ungrouped = table.learnerIds.flatMap((learnerId, k) => {
    if (grouped.has(learnerId)) return [];
    const known = table.cells.some((row) => row[k]!.status !== 'unknown');
    return [{ learnerId, reason: known ? ('noNeed' as const) : ('unknown' as const) }];
  });
  return { groups, ungrouped };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function mixedText(means: readonly (number | null)[]): string {
  const known = means.flatMap((mean) => mean ?? []);
  const strangers = means.length - known.length;
  if (known.length === 0) return 'Mixed: nothing is known of their mastery yet.';
  const average = known.length > 1 ? `, ${inPoints([meanOf(known)!])} on average` : '';
  const more = strangers > 0 ? `; of ${strangers} more nothing is known` : '';
  return `Mixed: about ${inPoints(known)} in 100${average}${more}.`;
}

/** '20 to 40', or '20' when they are the same. */
function inPoints(shares: readonly number[]): string {
  const ends = [Math.min(...shares), Math.max(...shares)].map((share) => Math.round(100 * share));
  return [...new Set(ends)].join(' to ');
}
