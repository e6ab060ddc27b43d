import { type Choice, type Status, type Ways, waysOf } from './ways.ts';

/** An upper bound: the most value that can be added within so many minutes, with the competencies of best value per minute first. */
export interface Bound {
  most(minutes: number): number;
  /** The competency of most value per minute, undefined when none is left. */
  readonly first: number | undefined;
}

/**
 * For each competency, which competencies any way to learn it must include: those without which it cannot be learned.
 * Itself alone when there are more competencies than `limit`.
 */
export function inevitable(choice: Choice, status: Status, limit: number): number[][] {
  const { clauses, order } = choice;
  const must = clauses.map((_, node) => [node]);
  if (order.length > limit) return must;
  const all = waysOf(choice, status, Infinity).cost;
  for (const node of order) {
    if (!(all[node]! > 0 && all[node]! < Infinity)) continue;
    const without = clauses.map((list, at) => (at === node ? [{ k: 1, of: [] }] : list));
    const { cost } = waysOf({ ...choice, clauses: without }, status, Infinity);
    for (const other of order) {
      if (other !== node && choice.value[other]! > 0 && all[other]! < Infinity && cost[other] === Infinity)
        must[other]!.push(node);
    }
  }
  return must;
}

/**
 * The fractional knapsack over competencies, each charged for its share of all units that it cannot do without.
 *
 * A unit's minutes are shared among the competencies that need it in proportion to their value, so that no selection is
 * charged more than it costs: a feasible solution of the dual of the linear relaxation (our choice of one).
 */
export function mostWithin({ clauses, value }: Choice, must: readonly (readonly number[])[], { cost }: Ways): Bound {
  const asked = new Float64Array(clauses.length);
  const demand = new Float64Array(cost.length);
  const rate = new Float64Array(clauses.length);
  const open: number[] = [];
  for (let node = 0; node < clauses.length; node++) {
    if (!(value[node]! > 0 && cost[node]! > 0 && cost[node]! < Infinity)) continue;
    open.push(node);
    for (const other of must[node]!) if (cost[other]! > 0) asked[other]! += value[node]!;
  }
  for (let node = 0; node < asked.length; node++) {
    if (asked[node]! > 0) for (const unit of clauses[node]![0]!.of) demand[unit]! += asked[node]!;
  }
  for (let node = 0; node < asked.length; node++) {
    if (!(asked[node]! > 0)) continue;
    const { k, of } = clauses[node]![0]!;
    let sum = k < of.length ? Infinity : 0;
    for (const unit of of) {
      const share = cost[unit]! / demand[unit]!;
      if (k === of.length) sum += share;
      else if (share < sum) sum = share;
    }
    rate[node] = sum;
  }
  const total = new Float64Array(clauses.length);
  for (const node of open) for (const other of must[node]!) if (cost[other]! > 0) total[node]! += rate[other]!;
  open.sort((a, b) => total[a]! - total[b]!);
  return {
    first: open[0],
    most(minutes) {
      let rest = minutes;
      let sum = 0;
      for (const node of open) {
        const need = value[node]! * total[node]!;
        if (need > rest) return sum + Math.max(0, rest) / total[node]!;
        rest -= need;
        sum += value[node]!;
      }
      return sum;
    },
  };
}
