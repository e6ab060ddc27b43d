import { check, checkList } from '../../math/check.ts';

/** Scores in time order; null where nobody scored. */
export type Scores = readonly (number | null)[];

/** The scores that were given, in their order; throws for one that is no finite number. */
export function givenScores(where: string, scores: Scores): number[] {
  checkList(where, 'scores', scores);
  const given: number[] = [];
  for (const [k, score] of scores.entries()) {
    if (score === null) continue;
    check(Number.isFinite(score), where, `scores[${k}]`, score, 'a finite number or null');
    given.push(score);
  }
  return given;
}

/** The mean of numbers, of which there is at least one. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
