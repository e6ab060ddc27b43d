import type { ResponseMatrix } from '../responseMatrix.ts';
import type { ExcludedItem } from './calibration.ts';

/** An item that can be calibrated, with its column in the matrix. */
export interface ItemCounts {
  readonly id: string;
  readonly column: number;
  readonly answers: number;
  readonly right: number;
}

/** Sorts items into those with enough and varying answers and those without; throws for an answer above 1. */
export function usableItems(
  { itemIds, answers }: ResponseMatrix,
  minAnswers: number,
): { usable: ItemCounts[]; excluded: ExcludedItem[] } {
  const width = itemIds.length;
  const usable: ItemCounts[] = [];
  const excluded: ExcludedItem[] = [];
  for (const [column, id] of itemIds.entries()) {
    let given = 0;
    let right = 0;
    for (let k = column; k < answers.length; k += width) {
      const answer = answers[k]!;
      if (answer < 0) continue;
      if (answer > 1) {
        throw new RangeError(`calibrate: item "${id}" has an answer ${answer}; the Rasch model takes 0 and 1 only`);
      }
      given++;
      right += answer;
    }
    if (given < minAnswers || given === 0) excluded.push({ id, reason: 'tooFewAnswers', answers: given });
    else if (right === 0 || right === given) excluded.push({ id, reason: 'constant', answers: given });
    else usable.push({ id, column, answers: given, right });
  }
  return { usable, excluded };
}
