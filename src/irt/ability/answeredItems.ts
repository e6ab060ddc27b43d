import { checkList, checkOneEach } from '../../math/check.ts';
import type { Answer, Item } from '../item.ts';
import { checkAnswer, modelsOf } from '../modelOf.ts';
import type { ResponseModel } from '../responseModel.ts';
import type { AnsweredItems } from './abilityMethod.ts';

/** Checks items and answers and keeps those that were administered. */
export function answeredItems(
  where: string,
  models: readonly ResponseModel[],
  items: readonly Item[],
  answers: readonly Answer[],
): AnsweredItems {
  const found = modelsOf(where, models, items);
  checkList(where, 'answers', answers);
  checkOneEach(where, 'answers', answers.length, 'items (null for those not administered)', items.length);
  const kept = { items: [] as Item[], models: [] as ResponseModel[], answers: [] as number[] };
  for (const [k, item] of items.entries()) {
    const answer = answers[k]!;
    checkAnswer(where, found[k]!, item, answer);
    if (answer === null) continue;
    kept.items.push(item);
    kept.models.push(found[k]!);
    kept.answers.push(answer);
  }
  return kept;
}
