import { checkList } from '../math/check.ts';
import type { RecallHistory } from './forgettingFitter.ts';
import type { ForgettingModel, MemoryState } from './forgettingModel.ts';

/** What a model said of each recall before it came, and whether it succeeded. */
export interface PredictedRecalls {
  readonly predictions: readonly number[];
  readonly outcomes: readonly (0 | 1)[];
}

/**
 * Lets a forgetting model predict each recall from those before it, for `logLoss` and its like in `tutelage/tracing/analysis`.
 *
 * @param model a forgetting model
 * @param histories recalls of many memories; the first recall of each is learning and not predicted
 * @returns predictions and outcomes (1 for grades 2 to 4) of all memories, one after the other
 * @throws as the model's functions
 * @remarks Recalls on the same day are predicted too, with a retrievability near 1; leave them out as srs-benchmark does by leaving out recalls with
 * 0 elapsed days from what you compare.
 * @example
 * import { leitner } from 'tutelage/memory';
 * import { predictRecalls } from 'tutelage/memory/analysis';
 *
 * const history = [{ elapsedDays: 0, grade: 3 }, { elapsedDays: 1, grade: 3 }, { elapsedDays: 4, grade: 1 }] as const;
 * predictRecalls(leitner(), [history]); // => { predictions: [0.9, 0.81], outcomes: [1, 0] }
 */
export function predictRecalls<State extends MemoryState>(
  model: ForgettingModel<State>,
  histories: readonly RecallHistory[],
): PredictedRecalls {
  checkList('predictRecalls', 'histories', histories);
  const predictions: number[] = [];
  const outcomes: (0 | 1)[] = [];
  for (const [first, ...later] of histories) {
    if (!first) continue;
    let state = model.init(first.grade);
    for (const { elapsedDays, grade } of later) {
      predictions.push(model.retrievability(state, elapsedDays));
      outcomes.push(grade > 1 ? 1 : 0);
      state = model.update(state, elapsedDays, grade);
    }
  }
  return { predictions, outcomes };
}
