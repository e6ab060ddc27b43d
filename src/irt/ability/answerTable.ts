import type { Item } from '../item.ts';
import { checkAnswer, modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { checkMatrix, type ResponseMatrix } from '../responseMatrix.ts';
import type { AnswerTable } from './abilityMethod.ts';

/** The columns of the matrix that have parameters, everything checked. */
export function answerTable(where: string, items: readonly Item[], matrix: ResponseMatrix): AnswerTable {
  checkMatrix(where, matrix);
  const found = modelsOf(where, allModels, items);
  const place = new Map(items.map((item, k) => [item.id, k]));
  const { itemIds, answers } = matrix;
  const persons = matrix.personIds.length;
  const own = itemIds.map((id) => place.get(id) ?? -1);
  const columns = itemIds.flatMap((_, j) => (own[j]! < 0 ? [] : [j]));
  const kept = own.filter((k) => k >= 0);
  const tops = own.map((k) => (k < 0 ? -1 : found[k]!.categories(items[k]!) - 1));
  const all = itemIds.length;
  for (let cell = 0, j = 0; cell < answers.length; cell++, j = j + 1 === all ? 0 : j + 1) {
    if (answers[cell]! <= tops[j]!) continue;
    const k = own[j]!;
    if (k >= 0) checkAnswer(where, found[k]!, items[k]!, answers[cell]);
    throw new RangeError(
      `${where}: item "${itemIds[j]}" was answered but has no parameters; add it to items or leave its column out`,
    );
  }
  const isWhole = columns.length === all;
  return {
    items: kept.map((k) => items[k]!),
    models: kept.map((k) => found[k]!),
    persons,
    answers: isWhole
      ? answers
      : Int8Array.from({ length: persons * columns.length }, (_, cell) => {
          const column = columns[cell % columns.length]!;
          return answers[Math.floor(cell / columns.length) * all + column]!;
        }),
  };
}
