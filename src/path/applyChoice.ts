import { type Choice, without } from './choice.ts';
import { outOfOrder } from './outOfOrder.ts';
import type { PathProblem } from './pathProblem.ts';
import type { PlannedPath } from './plannedPath.ts';
import { orderCost } from './planner.ts';
import { pathOf } from './planPath.ts';
import { preparePath } from './preparePath.ts';

/**
 * The path that a choice leads to.
 *
 * @param problem what the choices were made from
 * @param choice one of {@link alternatives}
 * @returns the path, with its terms and sentences; a unit that was replaced is in `leftOut`
 * @throws RangeError when the choice does not fit the problem (any more): a unit is missing or has come in, or something would come
 * before what it requires
 * @example
 * import { alternatives, applyChoice, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'halves', modality: 'text' }, { id: 'angles', modality: 'video' }];
 * const problem = { units, relation: [[1, 0.5], [0.5, 1]] };
 * const [, other] = alternatives(problem, planPath(problem), 0);
 * applyChoice(problem, other!).order; // => ['angles', 'halves']
 */
export function applyChoice(problem: PathProblem, choice: Pick<Choice, 'order' | 'instead'>): PlannedPath {
  const changed = without(problem, choice.instead);
  const prepared = preparePath('applyChoice', changed);
  const { units, problem: order } = prepared;
  const place = new Map(units.map(({ id }, k) => [id, k]));
  const places = Int32Array.from(choice.order, (id) => {
    const found = place.get(id);
    if (found === undefined)
      throw new RangeError(`applyChoice: "${id}" is not on the path any more; ask for alternatives again`);
    return found;
  });
  const missing = units.find(({ id }) => !choice.order.includes(id));
  if (missing || places.length !== units.length) {
    throw new RangeError(`applyChoice: the choice lacks "${missing?.id ?? ''}"; ask for alternatives again`);
  }
  const late = outOfOrder(order.before, places);
  if (late) {
    throw new RangeError(
      `applyChoice: "${units[late.unit]!.id}" would come before "${units[late.requires]!.id}", which it requires; ask for alternatives again`,
    );
  }
  const planned = { order: places, cost: orderCost(order, places), proof: 'heuristic' as const, evaluations: 1 };
  return pathOf(changed, prepared, planned, 'choice', 0);
}
