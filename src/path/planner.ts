/** The order problem as numbers: what a planner sees. */
export interface OrderProblem {
  readonly size: number;
  /** Row-major size x size: `cost[i * size + j]` is the cost of j right after i. */
  readonly cost: Float64Array;
  /** `before[j]` lists units that must stand somewhere before j; free of cycles. */
  readonly before: readonly (readonly number[])[];
  /** Row-major size x size: `placement[j * size + k]` is what unit j costs in position k, 0 the first; absent when nothing. */
  readonly placement?: Float64Array;
  /** The position each unit has to have, -1 for any; absent when all are free. */
  readonly locked?: Int32Array;
  /** Minutes each unit takes, and how many may have passed when it ends (Infinity: any); both or neither. */
  readonly minutes?: Float64Array;
  readonly latest?: Float64Array;
}

/** An order found by a planner; its cost is the sum over neighbours, and over positions where placement costs. */
export interface PlannedOrder {
  readonly order: Int32Array;
  readonly cost: number;
  readonly proof: 'optimal' | 'heuristic';
  readonly evaluations: number;
  /** No order costs less; absent when the planner does not tell. */
  readonly lowerBound?: number;
  /** The planner that found it, where one calls others. */
  readonly by?: string;
}

/** A way to order units: a value such as `exact()` or `genetic()`. */
export interface Planner {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** An order that keeps every `before`, lock and deadline; null when the problem is beyond the planner's limits. */
  plan(problem: OrderProblem, seed: number): PlannedOrder | null;
}

/** The cost of an order: the sum over neighbours, and over positions where placement costs. */
export function orderCost({ cost, size, placement }: OrderProblem, order: Int32Array): number {
  let sum = 0;
  for (let k = 1; k < order.length; k++) sum += cost[order[k - 1]! * size + order[k]!]!;
  if (placement) for (let k = 0; k < order.length; k++) sum += placement[order[k]! * size + k]!;
  return sum;
}
