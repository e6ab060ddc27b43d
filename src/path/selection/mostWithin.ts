import type { Choice, Ways } from './ways.ts';

/** An upper bound on what can be added. */
export interface Bound {
  /** No choice adds more value within so many minutes. */
  most(minutes: number): number;
  /** The competencies that can be added, those of most value per minute first. */
  readonly open: readonly number[];
  /** Per competency: the minutes it is charged per value. */
  readonly rate: Float64Array;
}

/**
 * The fractional knapsack over competencies, each charged for its share of all units that it cannot do without.
 *
 * The minutes of a unit are shared among the competencies that need it in proportion to `shares`, so that no choice is
 * charged more than it costs: a feasible solution of the dual of the linear relaxation, whatever the shares.
 *
 * @param must per competency, competencies (itself among them) that it is never learned without
 * @param shares per competency, above 0 where its value is
 */
export function mostWithin(
  { clauses, value }: Choice,
  must: readonly (readonly number[])[],
  { cost }: Ways,
  shares: Float64Array,
): Bound {
  const wanted = new Float64Array(clauses.length);
  const demand = new Float64Array(cost.length);
  const rate = new Float64Array(clauses.length);
  const open = [...wanted.keys()].filter((node) => value[node]! > 0 && cost[node]! > 0 && cost[node]! < Infinity);
  for (const node of open) for (const other of must[node]!) if (cost[other]! > 0) wanted[other]! += shares[node]!;
  for (const [node, sum] of wanted.entries()) {
    if (sum > 0) for (const unit of clauses[node]![0]!.of) demand[unit]! += sum;
  }
  for (const [node, asked] of wanted.entries()) {
    if (asked === 0) continue;
    const { k, of } = clauses[node]![0]!;
    let [sum, least] = [0, Infinity];
    for (const unit of of) {
      const share = cost[unit]! / demand[unit]!;
      sum += share;
      if (share < least) least = share;
    }
    wanted[node] = k < of.length ? least : sum;
  }
  for (const node of open) {
    let sum = 0;
    for (const other of must[node]!) if (cost[other]! > 0) sum += wanted[other]!;
    rate[node] = (sum * shares[node]!) / value[node]!;
  }
  open.sort((a, b) => rate[a]! - rate[b]!);
  return {
    open,
    rate,
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

const ROUNDS = 30;

/**
 * Shares that make {@link mostWithin} a close bound: starting from values, what the bound leaves out is charged less, so that
 * what it takes pays more for what both require; by smaller steps each round. The best of all rounds (our choice).
 */
export function fairShares(
  choice: Choice,
  must: readonly (readonly number[])[],
  ways: Ways,
  minutes: number,
): Float64Array {
  const shares = choice.value.slice();
  let best = choice.value;
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const { most, open, rate } = mostWithin(choice, must, ways, shares);
    const bound = most(minutes);
    if (bound < least) [least, best] = [bound, shares.slice()];
    let rest = minutes;
    for (const node of open) {
      rest -= choice.value[node]! * rate[node]!;
      if (rest < 0) shares[node]! /= 1 + 2 / (1 + 0.3 * round);
    }
  }
  return best;
}
