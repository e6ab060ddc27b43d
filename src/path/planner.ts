/** The order problem as numbers: what a planner sees. */
export interface OrderProblem {
  readonly size: number;
  /** Row-major size x size: `cost[i * size + j]` is the cost of j right after i. */
  readonly cost: Float64Array;
  /** `before[j]` lists units that must stand somewhere before j; free of cycles. */
  readonly before: readonly (readonly number[])[];
}

/** An order found by a planner; its cost is the sum over neighbours. */
export interface PlannedOrder {
  readonly order: Int32Array;
  readonly cost: number;
  readonly proof: 'optimal' | 'heuristic';
  readonly evaluations: number;
}

/** A way to order units: a value such as `exact()` or `genetic()`. */
export interface Planner {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** An order that keeps every `before`; null when the problem is beyond the planner's limits. */
  plan(problem: OrderProblem, seed: number): PlannedOrder | null;
}

/** The cost of an order: the sum over neighbours. */
export function orderCost({ cost, size }: OrderProblem, order: Int32Array): number {
  let sum = 0;
  for (let k = 1; k < order.length; k++) sum += cost[order[k - 1]! * size + order[k]!]!;
  return sum;
}
