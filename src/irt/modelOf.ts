import { checkList, checkOnce } from '../math/check.ts';
import type { Item } from './item.ts';
import type { ResponseModel } from './responseModel.ts';

/** The model of an item, its parameters checked; throws for an unknown tag or impossible parameters. */
export function modelOf(where: string, models: readonly ResponseModel[], item: Item): ResponseModel {
  if (item === null || typeof item !== 'object' || typeof item.id !== 'string') {
    throw new TypeError(
      `${where}: every item must be an object with an id, got ${JSON.stringify(item) ?? typeof item}`,
    );
  }
  const model = models.find(({ name }) => name === item.model);
  if (!model) {
    const names = models.map(({ name }) => `'${name}'`).join(', ');
    throw new RangeError(`${where}: item "${item.id}" has model '${item.model}'; the models given are ${names}`);
  }
  const complaint = model.complaint(item);
  if (complaint) throw new RangeError(`${where}: item "${item.id}": ${complaint}`);
  return model;
}

/** The models of all items; throws when an id is there twice, too. */
export function modelsOf(where: string, models: readonly ResponseModel[], items: readonly Item[]): ResponseModel[] {
  checkList(where, 'items', items);
  const found = items.map((item) => modelOf(where, models, item));
  checkOnce(
    where,
    'item',
    items.map(({ id }) => id),
  );
  return found;
}

/** Throws unless `answer` is null or one of the item's categories. */
export function checkAnswer(where: string, model: ResponseModel, item: Item, answer: unknown): void {
  const top = model.categories(item) - 1;
  if (answer === null || (Number.isInteger(answer) && (answer as number) >= 0 && (answer as number) <= top)) return;
  const what = typeof answer === 'string' ? `"${answer}"` : String(answer);
  throw new RangeError(
    `${where}: answer to item "${item.id}" must be a category from 0 to ${top} or null (not administered), got ${what}`,
  );
}
