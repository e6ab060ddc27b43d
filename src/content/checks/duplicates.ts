import type { Activity } from '../activity.ts';
import { type ContentCheck, type ContentFinding, quoted } from '../contentFinding.ts';

/** Activities and items that are listed more than once, and activities with the same content under different ids. */
export const duplicates: ContentCheck = ({ activities, qMatrix = [] }) => [
  ...listedTwice('duplicateActivity', 'Activity', activities, ({ id }) => id),
  ...listedTwice('duplicateItem', 'Item', qMatrix, ({ itemId }) => itemId),
  ...sameContent(activities),
];

function listedTwice<T>(
  code: 'duplicateActivity' | 'duplicateItem',
  kind: string,
  list: readonly T[],
  idOf: (entry: T) => string,
): ContentFinding[] {
  const counts = new Map<string, number>();
  for (const entry of list) counts.set(idOf(entry), (counts.get(idOf(entry)) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) => {
    const text = `${kind} "${id}" is listed ${count} times; keep one, or give the others ids of their own.`;
    return count > 1 ? [{ code, severity: 'error', ids: [id], text } as const] : [];
  });
}

function sameContent(activities: readonly Activity[]): ContentFinding[] {
  const alike = new Map<string, Set<string>>();
  for (const activity of activities) {
    const key = contentOf(activity);
    if (key === null) continue;
    const ids = alike.get(key);
    if (ids) ids.add(activity.id);
    else alike.set(key, new Set([activity.id]));
  }
  return [...alike.values()].flatMap((same) => {
    const ids = [...same];
    const text = `Activities ${quoted(ids)} have the same content; keep one, or say what is different about the others.`;
    return ids.length > 1 ? [{ code: 'sameContent', severity: 'warning', ids, text } as const] : [];
  });
}

/**
 * What makes two activities the same: words (the text; the title and the competencies where there is none), items and form. Null
 * when there are no words.
 */
function contentOf({ text, title, competencyIds, itemIds = [], modalities = [], language }: Activity): string | null {
  const form = [sorted(itemIds), sorted(modalities), language];
  const words = folded(text);
  if (words !== '') return JSON.stringify([words, ...form]);
  const name = folded(title);
  return name === '' ? null : JSON.stringify([name, sorted(competencyIds), ...form]);
}

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** Text in normal form KC, with case and white space folded. */
const folded = (text = ''): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
