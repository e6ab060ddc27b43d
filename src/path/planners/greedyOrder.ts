import { type OrderProblem, orderCost } from '../planner.ts';

const MOST_STARTS = 50;

/**
 * The cheapest of the orders that always go on to the cheapest unit whose prerequisites are placed, one for each of the
 * first units it may begin with (at most 50). O(starts x n^2).
 */
export function greedyOrder(problem: OrderProblem): Int32Array {
  const { size, before } = problem;
  const starts = Array.from({ length: size }, (_, unit) => unit).filter((unit) => before[unit]!.length === 0);
  let best = new Int32Array(size);
  let least = Infinity;
  for (const start of starts.slice(0, MOST_STARTS)) {
    const order = from(problem, start);
    const cost = orderCost(problem, order);
    if (cost < least) {
      least = cost;
      best = order;
    }
  }
  return best;
}

function from({ size, cost, before }: OrderProblem, start: number): Int32Array<ArrayBuffer> {
  const waiting = Int32Array.from(before, (list) => list.length);
  const after = Array.from({ length: size }, () => [] as number[]);
  for (const [unit, list] of before.entries()) for (const earlier of list) after[earlier]!.push(unit);
  const order = new Int32Array(size);
  let unit = start;
  for (let k = 0; k < size; k++) {
    order[k] = unit;
    waiting[unit] = -1; // placed
    for (const next of after[unit]!) waiting[next]!--;
    let cheapest = -1;
    for (let next = 0; next < size; next++) {
      if (waiting[next] !== 0) continue;
      if (cheapest < 0 || cost[unit * size + next]! < cost[unit * size + cheapest]!) cheapest = next;
    }
    unit = cheapest;
  }
  return order;
}
