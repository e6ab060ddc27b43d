import type { Clause } from './foundedOrder.ts';

/** Units and competencies as nodes: competencies 0..n-1 in any order, then units. */
export interface Choice {
  /** Per competency: who teaches it first, then what it requires. */
  readonly clauses: readonly (readonly Clause[])[];
  /** Competencies, those that others require first. */
  readonly order: readonly number[];
  /** Per unit: its minutes, those it is liked for slightly less. */
  readonly price: Float64Array;
  /** Per competency: what learning it is worth, a whole number. */
  readonly value: Float64Array;
  /** Most minutes. */
  readonly budget: number;
}

/** Per unit: FREE to be chosen, IN the selection or OUT of it. */
export type Status = Uint8Array;
export const FREE = 0;
export const IN = 1;
export const OUT = 2;

/** Ways to learn competencies, given what is in and out. */
export interface Ways {
  /** Per node: about what it still costs, 0 when it is there, Infinity when it cannot be had. */
  readonly cost: Float64Array;
  /** Per node: when the cost fell last; what a node was learned from comes before it. */
  readonly since: Int32Array;
  /** What has to be added for a node, itself included; of alternatives the seemingly cheapest. */
  trace(node: number): number[];
}

const HUGE = 1e300; // costs of shared requirements add up more than once; this keeps them finite

/**
 * The cheapest ways by relaxation, as in the method of Bellman and Ford, over requirements of the kind "k of these"; each
 * competency is charged for what it requires as if it shared it with none.
 */
export function waysOf({ clauses, order, price }: Choice, status: Status, most: number): Ways {
  const size = clauses.length;
  const cost = new Float64Array(size + price.length).fill(Infinity);
  const since = new Int32Array(cost.length); // breaks ties so that no two wait for each other
  for (const [unit, minutes] of price.entries()) {
    if (status[unit] === IN) cost[size + unit] = 0;
    else if (status[unit] === FREE && minutes <= most) cost[size + unit] = minutes;
  }
  let time = 0;
  for (let before = -1; before < time; ) {
    before = time;
    for (const node of order) {
      let sum = 0;
      for (const clause of clauses[node]!) sum += least(clause, cost);
      if (sum < Infinity) sum = Math.min(sum, HUGE);
      if (sum < cost[node]!) {
        cost[node] = sum;
        since[node] = ++time;
      }
    }
  }
  const stamp = new Int32Array(cost.length);
  let round = 0;
  const trace = (start: number): number[] => {
    stamp[start] = ++round;
    const found = [start];
    const due = (node: number) => (node >= size && stamp[node] === round ? 0 : cost[node]!);
    for (const node of found) {
      for (const { k, of } of clauses[node] ?? []) {
        const sorted = k < of.length ? [...of].sort((a, b) => due(a) - due(b) || since[a]! - since[b]!) : of;
        for (let at = 0; at < k; at++) {
          const next = sorted[at]!;
          if (cost[next] === 0 || stamp[next] === round) continue;
          stamp[next] = round;
          found.push(next);
        }
      }
    }
    return found;
  };
  return { cost, since, trace };
}

function least({ k, of }: Clause, cost: Float64Array): number {
  if (k > of.length) return Infinity;
  let sum = 0;
  if (k === of.length) for (const node of of) sum += cost[node]!;
  else if (k === 1) {
    sum = Infinity;
    for (const node of of) if (cost[node]! < sum) sum = cost[node]!;
  } else {
    const sorted = of.map((node) => cost[node]!).sort((a, b) => a - b);
    for (let at = 0; at < k; at++) sum += sorted[at]!;
  }
  return sum;
}
