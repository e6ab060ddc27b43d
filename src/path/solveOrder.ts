import { digraph } from '../graph/digraph.ts';
import { findCycle } from '../graph/findCycle.ts';
import { check, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { lowerBound } from './lowerBound.ts';
import { orderCost } from './planner.ts';
import { bestOrder } from './planners/best.ts';

/** What {@link solveOrder} needs: a sequential ordering problem. */
export interface OrderingProblem {
  /** Cost of j right after i, at row i and column j: n x n row-major, or n rows. Finite; the diagonal is not looked at. */
  readonly cost: Float64Array | readonly (readonly number[])[];
  /** Pairs [before, after]. */
  readonly precedence?: readonly (readonly [before: number, after: number])[];
  /** What has to be first, and last. */
  readonly first?: number;
  readonly last?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
  /** Most changes of an order to try, 1 or more; 100,000 for each thing to order when absent. */
  readonly evaluations?: number;
}

/** The outcome of {@link solveOrder}. */
export interface SolvedOrder {
  /** 0..n-1, the first first. */
  readonly order: number[];
  /** Sum over neighbours. */
  readonly cost: number;
  readonly proof: 'optimal' | 'heuristic';
  /** No order costs less; the cost itself when the proof is 'optimal'. */
  readonly lowerBound: number;
  /** Changes tried and states looked at. */
  readonly evaluations: number;
}

/**
 * Orders things at the least sum of costs between neighbours, some before others: the sequential ordering problem (Escudero 1988), and with
 * a first and a last the asymmetric travelling salesman's path.
 *
 * The numbers behind `planPath`, with nothing of learning in them: `exact()` where 500,000 states suffice for a proof, else `memetic()`.
 *
 * @param problem costs, precedence, and the budget in evaluations
 * @returns the order, its cost, and how far from the best it may be
 * @throws TypeError or RangeError for a table that is not square or not finite, numbers that are none of 0..n-1, a cycle (named), or
 * a first or last that something has to be before or after
 * @remarks Same seed and budget, same order. For a closed tour add a copy of its start as `last`.
 * @example
 * import { solveOrder } from 'tutelage/path';
 *
 * const cost = [[0, 9, 1], [2, 0, 4], [7, 3, 0]];
 * solveOrder({ cost }).order; // => [1, 0, 2]
 * const { order, cost: total, proof } = solveOrder({ cost, precedence: [[0, 1]] });
 * [order, total, proof]; // => [[0, 2, 1], 4, 'optimal']
 */
export function solveOrder(problem: OrderingProblem): SolvedOrder {
  const { precedence = [], first, last, seed = 0, evaluations } = problem;
  checkSeed('solveOrder', seed);
  if (evaluations !== undefined) checkWhole('solveOrder', 'evaluations', evaluations, 1);
  const { size, cost } = tableOf(problem.cost);
  const known = (name: string, thing: number) => checkWhole('solveOrder', name, thing, 0, size - 1);
  const before = Array.from({ length: size }, () => [] as number[]);
  for (const [k, pair] of precedence.entries()) {
    check(Array.isArray(pair) && pair.length === 2, 'solveOrder', `precedence[${k}]`, pair, 'a pair [before, after]');
    for (const thing of pair) known(`precedence[${k}]`, thing);
    before[pair[1]]!.push(pair[0]);
  }
  if (first !== undefined) {
    known('first', first);
    for (let j = 0; j < size; j++) if (j !== first) before[j]!.push(first);
  }
  if (last !== undefined) {
    known('last', last);
    for (let i = 0; i < size; i++) if (i !== last) before[last]!.push(i);
  }
  const pairs = before.flatMap((list, after) => list.map((earlier) => [earlier, after] as const));
  const cycle = findCycle(digraph(size, pairs));
  if (cycle) {
    throw new RangeError(`solveOrder: no order has ${cycle.join(' before ')}; remove a pair, or first or last`);
  }
  const order = { size, cost, before };
  const found = bestOrder(order, seed, evaluations)!;
  const total = orderCost(order, found.order);
  const proved = found.proof === 'optimal' || size < 2;
  const bound = proved ? total : Math.min(total, Math.max(found.lowerBound ?? -Infinity, lowerBound(order)));
  return {
    order: Array.from(found.order),
    cost: total,
    proof: proved ? 'optimal' : 'heuristic',
    lowerBound: bound,
    evaluations: found.evaluations,
  };
}

function tableOf(given: OrderingProblem['cost']): { readonly size: number; readonly cost: Float64Array } {
  const flat = given instanceof Float64Array;
  check(flat || Array.isArray(given), 'solveOrder', 'cost', given, 'a Float64Array or an array of rows');
  const size = flat ? Math.sqrt(given.length) : given.length;
  if (!Number.isInteger(size)) {
    throw new RangeError(`solveOrder: cost has ${given.length} numbers, which is no square table`);
  }
  const cost = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = flat ? given.subarray(i * size, (i + 1) * size) : given[i];
    if (row?.length !== size) throw new RangeError(`solveOrder: cost[${i}] has ${row?.length} numbers, not ${size}`);
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      check(Number.isFinite(row[j]), 'solveOrder', `cost[${i}][${j}]`, row[j], 'a finite number');
      cost[i * size + j] = row[j]!;
    }
  }
  return { size, cost };
}
