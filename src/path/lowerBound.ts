import type { OrderProblem } from './planner.ts';

/**
 * A sum that no order can undercut: every unit but the first is entered at least at the price of its cheapest entry, so
 * the cheapest entries of all units less the dearest of them bound every order from below; likewise for exits. O(n^2).
 */
export function lowerBound({ cost, size, before }: OrderProblem): number {
  const entry = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const exit = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let to = 0; to < size; to++) {
    for (let from = 0; from < size; from++) {
      if (from === to || before[from]!.includes(to)) continue;
      entry[to] = Math.min(entry[to]!, cost[from * size + to]!);
      exit[from] = Math.min(exit[from]!, cost[from * size + to]!);
    }
  }
  return Math.max(allButDearest(entry), allButDearest(exit));
}

function allButDearest(prices: Float64Array): number {
  let sum = 0;
  let dearest = 0;
  for (const price of prices) {
    if (price === Number.POSITIVE_INFINITY) continue; // nothing can stand there: it is the first, or the last
    sum += price;
    dearest = Math.max(dearest, price);
  }
  return prices.includes(Number.POSITIVE_INFINITY) ? sum : sum - dearest;
}
