import type { OrderProblem } from './planner.ts';

/**
 * A sum that no order can undercut: every unit but the first is entered, at least at the price of its cheapest entry. So the
 * cheapest entries of all units, less the dearest of those that may come first, bound every order from below. The same holds
 * for exits and the last unit; the larger of the two counts. O(n^2) times the prerequisites per unit.
 */
export function lowerBound({ cost, size, before }: OrderProblem): number {
  const required = new Set(before.flat());
  const entries = { sum: 0, saved: 0 };
  const exits = { sum: 0, saved: 0 };
  const add = (total: typeof entries, price: number, mayGoWithout: boolean): void => {
    if (price === Infinity) return; // nothing can stand before it (or after it): it is the first (or last) for sure
    total.sum += price;
    if (mayGoWithout) total.saved = Math.max(total.saved, price);
  };
  for (let unit = 0; unit < size; unit++) {
    let entry = Infinity;
    let exit = Infinity;
    for (let other = 0; other < size; other++) {
      if (other === unit) continue;
      if (!before[other]!.includes(unit)) entry = Math.min(entry, cost[other * size + unit]!);
      if (!before[unit]!.includes(other)) exit = Math.min(exit, cost[unit * size + other]!);
    }
    add(entries, entry, before[unit]!.length === 0);
    add(exits, exit, !required.has(unit));
  }
  return Math.max(entries.sum - entries.saved, exits.sum - exits.saved);
}
