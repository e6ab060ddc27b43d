import type { Choice, Ways } from './ways.ts';

/** An upper bound on what can be added. */
export interface Bound {
  /** No choice adds more value within so many minutes. */
  most(minutes: number): number;
  /** The competency of most value per minute; undefined when none is left. */
  readonly first: number | undefined;
}

/**
 * The fractional knapsack over competencies, each charged for its share of all units that it cannot do without.
 *
 * The minutes of a unit are shared among the competencies that need it in proportion to their value, so that no choice is
 * charged more than it costs: a feasible solution of the dual of the linear relaxation (our choice among many).
 *
 * @param must per competency, competencies (itself among them) that it is never learned without
 */
export function mostWithin({ clauses, value }: Choice, must: readonly (readonly number[])[], { cost }: Ways): Bound {
  const wanted = new Float64Array(clauses.length);
  const demand = new Float64Array(cost.length);
  const rate = new Float64Array(clauses.length);
  const open = [...wanted.keys()].filter((node) => value[node]! > 0 && cost[node]! > 0 && cost[node]! < Infinity);
  for (const node of open) for (const other of must[node]!) if (cost[other]! > 0) wanted[other]! += value[node]!;
  for (const [node, worth] of wanted.entries()) {
    if (worth > 0) for (const unit of clauses[node]![0]!.of) demand[unit]! += worth;
  }
  const shares = ([{ k, of }]: Choice['clauses'][number]) => {
    let [sum, least] = [0, Infinity];
    for (const unit of of) {
      const share = cost[unit]! / demand[unit]!;
      sum += share;
      if (share < least) least = share;
    }
    return k < of.length ? least : sum;
  };
  for (const [node, worth] of wanted.entries()) if (worth > 0) wanted[node] = shares(clauses[node]!);
  for (const node of open) for (const other of must[node]!) if (cost[other]! > 0) rate[node]! += wanted[other]!;
  open.sort((a, b) => rate[a]! - rate[b]!);
  return {
    first: open[0],
    most(minutes) {
      let sum = 0;
      for (const node of open) {
        const need = value[node]! * rate[node]!;
        if (need > minutes) return sum + Math.max(0, minutes) / rate[node]!;
        minutes -= need;
        sum += value[node]!;
      }
      return sum;
    },
  };
}
