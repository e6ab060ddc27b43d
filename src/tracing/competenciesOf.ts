import type { Question } from './tracingModel.ts';

/** What a question is about; throws when it does not say so. */
export function competenciesOf(where: string, question: Question | undefined): readonly string[] {
  const ids = question?.competencyIds ?? [];
  if (ids.length === 0) {
    throw new TypeError(`${where}: the question must say what it is about: pass { competencyIds: ['...'] }`);
  }
  return ids;
}

/** The value of one competency in a record made by any JSON parser, so that ids such as `constructor` are ids. */
export const own = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
