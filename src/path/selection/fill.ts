import { type Choice, IN, type Status, waysOf } from './ways.ts';

/**
 * Adds units until nothing more fits: each time what gains most per minute, or, without `greedy`, everything in turn.
 * Changes `status`.
 */
export function fill(choice: Choice, status: Status, greedy: boolean): void {
  const { clauses, order, price, value, budget } = choice;
  const size = clauses.length;
  let rest = greedy ? budget - priceOf(choice, status) : Infinity;
  const { cost, trace } = waysOf(choice, status, rest);
  const open = order.filter((node) => value[node]! > 0);
  const add = (nodes: readonly number[]) => {
    for (const node of nodes) {
      cost[node] = 0;
      if (node < size) continue;
      status[node - size] = IN;
      rest -= price[node - size]!;
    }
  };
  for (;;) {
    let best: readonly number[] | undefined;
    let density = -1;
    for (const node of open) {
      if (cost[node] === 0 || cost[node] === Infinity) continue;
      const nodes = trace(node);
      if (!greedy) {
        add(nodes);
        continue;
      }
      let gain = 0;
      let minutes = 0;
      for (const found of nodes) {
        if (found < size) gain += value[found]!;
        else minutes += price[found - size]!;
      }
      if (minutes > rest || gain / minutes <= density) continue;
      density = gain / minutes;
      best = nodes;
    }
    if (!best) return;
    add(best);
  }
}

/** What the units that are in cost together. */
export function priceOf({ price }: Choice, status: Status): number {
  let sum = 0;
  for (let unit = 0; unit < price.length; unit++) if (status[unit] === IN) sum += price[unit]!;
  return sum;
}
