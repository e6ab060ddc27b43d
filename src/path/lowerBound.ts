import type { OrderProblem } from './planner.ts';

/**
 * A sum that no order can undercut: every unit but the first is entered at least at the price of its cheapest entry, so
 * the cheapest entries of all units less the dearest of them bound every order from below; likewise for exits. O(n^2).
 */
export function lowerBound({ cost, size, before }: OrderProblem): number {
  const cheapest = (
    price: (unit: number, other: number) => number,
    barred: (unit: number, other: number) => boolean,
  ) => {
    let sum = 0;
    let dearest = 0;
    for (let unit = 0; unit < size; unit++) {
      let least = Infinity;
      for (let other = 0; other < size; other++) {
        if (other !== unit && !barred(unit, other)) least = Math.min(least, price(unit, other));
      }
      // a unit that nothing can precede (or follow) is the first (or last), so no other one goes without
      if (least === Infinity) dearest = -Infinity;
      else {
        sum += least;
        dearest = dearest < 0 ? dearest : Math.max(dearest, least);
      }
    }
    return dearest < 0 ? sum : sum - dearest;
  };
  return Math.max(
    cheapest(
      (to, from) => cost[from * size + to]!,
      (to, from) => before[from]!.includes(to),
    ),
    cheapest(
      (from, to) => cost[from * size + to]!,
      (from, to) => before[from]!.includes(to),
    ),
  );
}
