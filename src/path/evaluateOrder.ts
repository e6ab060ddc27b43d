import type { Prerequisite } from '../competency/competencyGraph.ts';
import { arrange } from './arrange.ts';
import { checkUnits } from './checkUnits.ts';
import type { ObjectiveOptions } from './objective.ts';
import { outOfOrder } from './outOfOrder.ts';
import type { Path, Unit } from './path.ts';
import { checkPairs, precedence } from './precedence.ts';
import { withBound } from './withBound.ts';

/** What {@link evaluateOrder} needs. */
export interface OrderRequest extends ObjectiveOptions {
  readonly units: readonly Unit[];
  /** Ids of all units, in the order to judge. */
  readonly order: readonly string[];
  /** Pairs [before, after] of competencies; those that no unit teaches are passed through. */
  readonly prerequisites?: readonly Prerequisite[];
}

/**
 * Judges an order somebody chose, a textbook's for instance, by the terms that planned paths are judged by.
 *
 * @param request units, their order and the objective
 * @returns the order as a path, planner 'given'
 * @throws RangeError for an order that is not each unit once, or that breaks a prerequisite, and what `planPath` throws
 * @example
 * import { evaluateOrder } from 'tutelage/path';
 *
 * const units = [{ id: 'a', difficulty: 0 }, { id: 'b', difficulty: 1 }, { id: 'c', difficulty: 2 }];
 * evaluateOrder({ units, order: ['a', 'c', 'b'], weight: 1 }).cost; // => 0.25
 */
export function evaluateOrder(request: OrderRequest): Path & { readonly lowerBound: number } {
  const { units, order, prerequisites = [] } = request;
  const place = checkUnits('evaluateOrder', units);
  checkPairs('evaluateOrder', prerequisites);
  const given = order.map((id) => {
    const found = place.get(id);
    if (found === undefined) throw new RangeError(`evaluateOrder: order names "${id}", which is no unit`);
    return found;
  });
  if (new Set(given).size !== units.length || given.length !== units.length) {
    throw new RangeError(
      `evaluateOrder: order must name each of the ${units.length} units once, got ${order.length} names`,
    );
  }
  const before = precedence('evaluateOrder', units, prerequisites);
  const late = outOfOrder(before, given);
  if (late) {
    throw new RangeError(
      `evaluateOrder: "${units[late.unit]!.id}" stands before "${units[late.requires]!.id}", which it requires; turn them round`,
    );
  }
  const arrangement = { ...request, selected: [...units.keys()], before, leftOut: [] };
  const places = Int32Array.from(given);
  return withBound(arrange('evaluateOrder', arrangement, 'given', 0, () => ({ order: places, evaluations: 1 })));
}
