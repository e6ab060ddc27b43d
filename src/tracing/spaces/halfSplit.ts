import { checkList } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';

/**
 * The competency to ask about next: the one of which it is least clear whether it is held.
 *
 * The half-split rule: P(held) nearest to 1/2 (Falmagne & Doignon 2011, Learning Spaces, section 13.4).
 *
 * @param model a model with scope 'learner', such as `blim`
 * @param state where the learner stands
 * @param competencyIds what may be asked
 * @returns a competency, the first of equals; null when there is none
 * @throws as the model's `estimate` for a competency it does not know
 * @example
 * import { blim } from 'tutelage/tracing';
 * import { halfSplit, knowledgeStates } from 'tutelage/tracing/analysis';
 *
 * const ids = ['add', 'carry', 'borrow'];
 * const states = knowledgeStates(ids, [['add', 'carry'], ['carry', 'borrow']]);
 * const noise = { guess: 0.1, slip: 0.1 };
 * const model = blim({ states, items: { add: noise, carry: noise, borrow: noise } });
 * halfSplit(model, model.init(), ids); // => 'carry'
 */
export function halfSplit<State>(
  model: Pick<TracingModel<State>, 'estimate'>,
  state: State,
  competencyIds: readonly string[],
): string | null {
  checkList('halfSplit', 'competencyIds', competencyIds);
  let best: string | null = null;
  let least = Infinity;
  for (const id of competencyIds) {
    const distance = Math.abs(model.estimate(state, id).value - 0.5);
    if (distance >= least) continue;
    [best, least] = [id, distance];
  }
  return best;
}
