import { check, checkList } from '../../math/check.ts';
import type { SparseRows } from '../../math/sparseLogistic.ts';
import { competenciesOf } from '../competenciesOf.ts';
import type { TracedAnswer } from '../tracedAnswer.ts';

/** How a fit weighs its parameters. */
export interface LogisticFitOptions {
  /** The ridge: l2 / 2 times the sum of squared parameters is taken off the log-likelihood; above 0; 1 when absent, as from a standard normal prior. */
  readonly l2?: number;
}

/** What {@link countedRows} makes of answers. */
export interface CountedRows {
  readonly rows: SparseRows;
  readonly outcomes: Float64Array;
  readonly competencyIds: readonly string[];
}

/**
 * Answers as rows of a logistic regression: for each competency of the question a constant and what `featuresOf` makes of the answers before;
 * with `ownAbility` a constant for each learner, after all competencies. Missing answers are left out.
 */
export function countedRows(
  where: string,
  learners: readonly (readonly TracedAnswer[])[],
  featuresOf: (right: number, wrong: number) => readonly number[],
  ownAbility: boolean,
): CountedRows {
  checkList(where, 'learners', learners);
  const size = 1 + featuresOf(0, 0).length;
  const places = new Map<string, number>();
  const [begins, columns, values, outcomes]: [number[], number[], number[], number[]] = [[0], [], [], []];
  for (const [l, answers] of learners.entries()) {
    checkList(where, `learners[${l}]`, answers);
    const tallies = new Map<string, [right: number, wrong: number]>();
    for (const [k, answer] of answers.entries()) {
      const ids = competenciesOf(`${where}: learners[${l}][${k}]`, answer);
      const { score } = answer;
      if (score === null) continue;
      check(score >= 0 && score <= 1, where, `learners[${l}][${k}].score`, score, 'a number in [0, 1] or null');
      for (const id of ids) {
        const tally = tallies.get(id) ?? [0, 0];
        tallies.set(id, tally);
        const place = places.get(id) ?? places.size;
        places.set(id, place);
        for (const [f, value] of [1, ...featuresOf(...tally)].entries()) {
          columns.push(place * size + f);
          values.push(value);
        }
        tally[0] += score;
        tally[1] += 1 - score;
      }
      if (ownAbility) {
        columns.push(-1 - l);
        values.push(1);
      }
      begins.push(columns.length);
      outcomes.push(score);
    }
  }
  if (outcomes.length === 0) throw new RangeError(`${where}: there is no answer to fit to`);
  const width = places.size * size;
  const rows = {
    begins: Int32Array.from(begins),
    columns: Int32Array.from(columns, (column) => (column < 0 ? width - 1 - column : column)),
    values: Float64Array.from(values),
    width: width + (ownAbility ? learners.length : 0),
  };
  return { rows, outcomes: Float64Array.from(outcomes), competencyIds: [...places.keys()] };
}

/** Rows in which some columns count for nothing: their coefficients become 0. */
export const without = (rows: SparseRows, dropped: ReadonlySet<number>): SparseRows => ({
  ...rows,
  values: rows.values.map((value, e) => (dropped.has(rows.columns[e]!) ? 0 : value)),
});
