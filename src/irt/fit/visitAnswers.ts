import { check } from '../../math/check.ts';
import { answerTable } from '../ability/answerTable.ts';
import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import type { ResponseModel } from '../responseModel.ts';

const WIDEST = 1000; // logits, as for populations

/** Whether somebody's ability is known. */
export const isKnown = (theta: number): boolean => Math.abs(theta) <= WIDEST;

/** An answer: row, column among the items used, category, and the log-probability of each category (overwritten by the next answer). */
export type VisitAnswer = (
  person: number,
  column: number,
  answer: number,
  logs: readonly number[],
  model: ResponseModel,
  item: Item,
) => void;

/** Checks everything and visits every answer of the persons whose theta is known; returns the items that have a column, in its order. */
export function visitAnswers(
  where: string,
  items: readonly Item[],
  matrix: ResponseMatrix,
  theta: ArrayLike<number>,
  visit: VisitAnswer,
): readonly Item[] {
  const table = answerTable(where, items, matrix);
  check(theta?.length === table.persons, where, 'theta.length', theta?.length, `${table.persons}, one per person`);
  const logs: number[] = [];
  let cell = 0;
  for (let person = 0; person < table.persons; person++) {
    for (const [column, item] of table.items.entries()) {
      const answer = table.answers[cell++]!;
      if (answer < 0 || !isKnown(theta[person]!)) continue;
      const model = table.models[column]!;
      logs.length = model.categories(item);
      for (let k = 0; k < logs.length; k++) logs[k] = model.logProbability(item, theta[person]!, k);
      visit(person, column, answer, logs, model, item);
    }
  }
  return table.items;
}

/** The expected answer. */
export function expectedAnswer(logs: readonly number[]): number {
  let expected = 0;
  for (let k = 1; k < logs.length; k++) expected += k * Math.exp(logs[k]!);
  return expected;
}
