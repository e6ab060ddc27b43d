import type { ResponseMatrix } from '../../responseMatrix.ts';
import type { ConditionalCalibration } from './conditionalCalibration.ts';

/** Persons who answered the same items, by their sum of points. */
export interface ScoreGroup {
  /** Places of the items among the usable ones. */
  readonly items: readonly number[];
  /** Number of persons with each sum of points. */
  readonly persons: Float64Array;
}

/** What conditional likelihood needs to know of the answers. */
export interface GroupedAnswers {
  readonly ids: readonly string[];
  /** Highest category of each usable item. */
  readonly tops: readonly number[];
  readonly groups: readonly ScoreGroup[];
  /** How many of the persons used reached each category from 1 on, item after item. */
  readonly reached: Float64Array;
  readonly excluded: ConditionalCalibration['excluded'];
  readonly persons: ConditionalCalibration['persons'];
}

/**
 * Leaves out persons with fewer than two answers or an extreme score, then items whose remaining answers have no finite maximum, and
 * again until nothing changes; groups the persons that stay. `tops` are the highest categories by column; `needsAll` asks for every
 * category of an item.
 */
export function scoreGroups(
  { personIds, itemIds, answers }: ResponseMatrix,
  tops: readonly number[],
  needsAll: boolean,
  out: ReadonlySet<string> = new Set(),
): GroupedAnswers {
  const excluded: ConditionalCalibration['excluded'][number][] = [];
  let columns = [...itemIds.keys()].filter((j) => !out.has(itemIds[j]!));
  for (;;) {
    const groups = new Map<string, ScoreGroup>();
    const reached = columns.map((j) => new Float64Array(tops[j]! + 2));
    let used = 0;
    for (let row = 0; row < answers.length; row += itemIds.length) {
      const items: number[] = [];
      let score = 0;
      let most = 0;
      for (const [k, j] of columns.entries()) {
        if (answers[row + j]! < 0) continue;
        items.push(k);
        score += answers[row + j]!;
        most += tops[j]!;
      }
      if (items.length < 2 || score === 0 || score === most) continue;
      used++;
      for (const k of items) for (let l = answers[row + columns[k]!]!; l >= 0; l--) reached[k]![l]!++;
      const key = items.join();
      if (!groups.has(key)) groups.set(key, { items, persons: new Float64Array(most + 1) });
      groups.get(key)!.persons[score]!++;
    }
    const kept = columns.filter((j, k) => {
      const own = reached[k]!;
      const given = own[0]!;
      const isConstant = own[1] === 0 || own[tops[j]!] === given;
      const isPatchy = needsAll && own.some((n, l) => l > 0 && n === own[l - 1]);
      const reason = given === 0 ? 'tooFewAnswers' : isConstant ? 'constant' : isPatchy ? 'emptyCategory' : null;
      if (reason) excluded.push({ id: itemIds[j]!, reason, answers: given });
      return !reason;
    });
    if (kept.length === columns.length) {
      return {
        ids: kept.map((j) => itemIds[j]!),
        tops: kept.map((j) => tops[j]!),
        groups: [...groups.values()],
        reached: Float64Array.from(reached.flatMap((own) => [...own.slice(1, -1)])),
        excluded,
        persons: { used, unused: personIds.length - used },
      };
    }
    columns = kept;
  }
}
