import { correlation } from './classicalStatistics.ts';

/** How an option of a multiple-choice question was used. */
export interface DistractorOption {
  readonly option: string;
  readonly isKey: boolean;
  readonly count: number;
  /** Share of those who answered. */
  readonly share: number;
  /** Correlation of choosing it with the number of right answers to the other questions; null when either does not vary. */
  readonly pointBiserial: number | null;
  /**
   * `unused`: a wrong option under 5 % choose. `attractsAble`: a wrong option that goes with a higher rest score. `keyTurnsAway`: the key
   * goes with a lower one: look whether it is the right key.
   */
  readonly flag: 'unused' | 'attractsAble' | 'keyTurnsAway' | null;
}

/** The options of one question. */
export interface DistractorItem {
  readonly id: string;
  readonly options: readonly DistractorOption[];
  /** Persons who did not answer. */
  readonly missing: number;
}

const RARE = 0.05;

/**
 * How every option of multiple-choice questions was used, and by whom.
 *
 * @param choices one row per person, one chosen option per question; null when not answered (which counts as not right in rest scores)
 * @param key the right option of every question
 * @param itemIds names of the questions; `item-1`, ... when absent
 * @returns per question its options, the key included, in alphabetical order; flags are hints to look at the question, not verdicts
 * @throws RangeError when a row is not as long as the key
 * @example
 * import { distractorTable } from 'tutelage/irt/analysis';
 *
 * const [first] = distractorTable([['A', 'C'], ['A', 'C'], ['B', 'D'], [null, 'C']], ['A', 'C']);
 * first!.options.map(({ option, count }) => [option, count]); // => [['A', 2], ['B', 1]]
 * first!.missing; // => 1
 */
export function distractorTable(
  choices: readonly (readonly (string | null)[])[],
  key: readonly string[],
  itemIds: readonly string[] = key.map((_, j) => `item-${j + 1}`),
): DistractorItem[] {
  for (const [person, row] of choices.entries()) {
    if (row.length !== key.length) {
      throw new RangeError(
        `distractorTable: choices[${person}] has ${row.length} entries for ${key.length} keys; use null where nothing was chosen`,
      );
    }
  }
  const scores = choices.map((row) => row.reduce((sum, choice, j) => sum + (choice === key[j] ? 1 : 0), 0));
  return key.map((right, j) => {
    const own = choices.map((row) => row[j]!);
    const rest = Float64Array.from(own, (choice, i) => scores[i]! - (choice === right ? 1 : 0));
    const answered = own.flatMap((choice, i) => (choice === null ? [] : [i]));
    const counts = new Map([[right, 0]]);
    for (const i of answered) counts.set(own[i]!, (counts.get(own[i]!) ?? 0) + 1);
    const options = [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([option, count]): DistractorOption => {
        const isKey = option === right;
        const share = answered.length > 0 ? count / answered.length : 0;
        const pointBiserial = correlation(
          Float64Array.from(answered, (i) => (own[i] === option ? 1 : 0)),
          Float64Array.from(answered, (i) => rest[i]!),
        );
        const r = pointBiserial ?? 0;
        const flag = isKey ? (r < 0 ? 'keyTurnsAway' : null) : r > 0 ? 'attractsAble' : share < RARE ? 'unused' : null;
        return { option, isKey, count, share, pointBiserial, flag };
      });
    return { id: itemIds[j]!, options, missing: choices.length - answered.length };
  });
}
