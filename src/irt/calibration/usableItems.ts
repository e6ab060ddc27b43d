import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import type { ExcludedItem } from './calibration.ts';
import type { CalibrationForm } from './forms/calibrationForm.ts';

/** An item that can be calibrated, with its column in the matrix and the number of answers in each category. */
export interface UsableItem {
  readonly id: string;
  readonly column: number;
  readonly form: CalibrationForm;
  readonly counts: readonly number[];
  /** Its parameters where they are known. */
  readonly anchor: Item | undefined;
}

/**
 * Sorts items into those with enough and varying answers and those without; anchors need one answer only. Throws for an answer that
 * the model of the item does not have.
 */
export function usableItems(
  { itemIds, answers }: ResponseMatrix,
  forms: readonly CalibrationForm[],
  anchors: ReadonlyMap<string, { readonly item: Item; readonly categories: number }>,
  minAnswers: number,
): { usable: UsableItem[]; excluded: ExcludedItem[] } {
  const width = itemIds.length;
  const counts = itemIds.map(() => [] as number[]);
  for (let cell = 0, j = 0; cell < answers.length; cell++, j = j + 1 === width ? 0 : j + 1) {
    const answer = answers[cell]!;
    const own = counts[j]!;
    if (answer < 0) continue;
    while (own.length <= answer) own.push(0);
    own[answer]!++;
  }
  const usable: UsableItem[] = [];
  const excluded: ExcludedItem[] = [];
  for (const [column, id] of itemIds.entries()) {
    const own = counts[column]!;
    const form = forms[column]!;
    const anchor = anchors.get(id);
    const most = anchor?.categories ?? (/^(rasch|\dpl)$/.test(form.name) ? 2 : Infinity);
    if (own.length > most) {
      throw new RangeError(
        `calibrate: item "${id}" has an answer ${own.length - 1}; as a '${form.name}' item it takes 0 to ${most - 1} only`,
      );
    }
    const given = own.reduce((sum, count) => sum + count, 0);
    const reason = whyNot(own, given, anchor ? 1 : minAnswers, anchor !== undefined);
    if (reason) {
      excluded.push({ id, reason, answers: given });
      continue;
    }
    while (anchor && own.length < anchor.categories) own.push(0);
    usable.push({ id, column, form, counts: own, anchor: anchor?.item });
  }
  return { usable, excluded };
}

function whyNot(
  counts: readonly number[],
  given: number,
  least: number,
  isAnchor: boolean,
): ExcludedItem['reason'] | null {
  if (given < least || given === 0) return 'tooFewAnswers';
  if (isAnchor) return null;
  if (counts.includes(given)) return 'constant';
  return counts.includes(0) ? 'emptyCategory' : null;
}
