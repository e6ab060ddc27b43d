import { check, checkOneEach, checkShare } from '../../math/check.ts';

/** Throws unless there is one outcome, 0 or 1, for each probability, and at least one of them. */
export function checkForecasts(where: string, predictions: ArrayLike<number>, outcomes: ArrayLike<number>): void {
  checkOneEach(where, 'outcomes', outcomes.length, 'predictions', predictions.length);
  if (predictions.length === 0) throw new RangeError(`${where}: there is no prediction`);
  for (let k = 0; k < predictions.length; k++) {
    checkShare(where, `predictions[${k}]`, predictions[k]!);
    check(outcomes[k] === 0 || outcomes[k] === 1, where, `outcomes[${k}]`, outcomes[k], '0 or 1');
  }
}
