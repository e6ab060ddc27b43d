import { below, type Stream, uniform } from '../../random/stream.ts';
import { type OrderProblem, orderCost } from '../planner.ts';
import { type OrderSearch, WINDOW } from './orderSearch.ts';

const SAMPLE = 100; // losses that set the scale of the temperature
const TRIAL = 0.05; // share of the budget in which they are collected
const HEAT = 2; // temperature at the start, in median losses

/** An order and its cost. */
export interface Priced {
  readonly order: Int32Array;
  readonly cost: number;
}

/**
 * Iterated local search from `start` with annealed acceptance: two or three random changes near each other, descent, and the
 * result is kept when it is no worse, or worse by less than -T ln u with u uniform. T falls linearly to 0.
 *
 * One change alone would be undone by the descent; keeping only gains gets stuck (both measured; our choices). T starts at
 * twice the median loss of the first trials, so that it does not depend on the unit or the origin of costs.
 *
 * @param limit changes to try in this call; the search's own budget ends it too
 */
export function anneal(
  problem: OrderProblem,
  search: OrderSearch,
  start: Int32Array,
  limit: number,
  goal: number,
  from: Stream,
): Priced {
  const { size } = problem;
  const begun = search.tried();
  search.hold(start);
  search.descend();
  search.keep();
  let current = orderCost(problem, search.order);
  let cost = current;
  const order = search.order.slice();
  const losses: number[] = [];
  let heat = -1; // not yet known
  for (let spent = search.tried() - begun; spent < limit && cost > goal; spent = search.tried() - begun) {
    const centre = below(from, Math.max(1, size - WINDOW + 1));
    let loss = 0;
    for (let made = 2 + below(from, 2); made > 0; made--) loss -= search.shake(from, centre);
    loss -= search.descend();
    if (heat < 0) {
      if (loss > 0) losses.push(loss);
      if (losses.length === SAMPLE || spent > TRIAL * limit) {
        heat = HEAT * (losses.sort((a, b) => a - b)[losses.length >> 1] ?? 0);
      }
    }
    const temperature = Math.max(0, heat) * (1 - spent / limit);
    if (loss > 0 && !(loss < -temperature * Math.log(uniform(from)))) {
      search.undo();
      continue;
    }
    search.keep();
    current += loss;
    if (current >= cost) continue;
    current = orderCost(problem, search.order); // without the rounding of many small changes
    if (current >= cost) continue;
    cost = current;
    order.set(search.order);
  }
  return { order, cost };
}
