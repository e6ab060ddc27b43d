import type { Item } from '../item.ts';
import { checkAnswer, modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import type { AnswerTable } from './abilityMethod.ts';

/** The columns of the matrix that have parameters, everything checked. */
export function answerTable(where: string, items: readonly Item[], matrix: ResponseMatrix): AnswerTable {
  const found = modelsOf(where, allModels, items);
  const place = new Map(items.map((item, k) => [item.id, k]));
  const { itemIds, answers } = matrix;
  const persons = matrix.personIds.length;
  const columns = itemIds.flatMap((id, j) => (place.has(id) ? [j] : []));
  const kept = columns.map((j) => place.get(itemIds[j]!)!);
  const known = new Set(columns);
  const tops = itemIds.map((id) =>
    place.has(id) ? found[place.get(id)!]!.categories(items[place.get(id)!]!) - 1 : -1,
  );
  const all = itemIds.length;
  for (let cell = 0, j = 0; cell < answers.length; cell++, j = j + 1 === all ? 0 : j + 1) {
    if (answers[cell]! <= tops[j]!) continue;
    if (known.has(j))
      checkAnswer(where, found[place.get(itemIds[j]!)!]!, items[place.get(itemIds[j]!)!]!, answers[cell]);
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
