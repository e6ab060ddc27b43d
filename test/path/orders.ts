// Small order problems and the plainest way to solve them: look at every order.
import fc from 'fast-check';
import type { OrderProblem } from 'tutelage/path';
import { stream, uniform } from '../../src/random/stream.ts';

export function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

export const costOf = ({ cost, size }: OrderProblem, order: ArrayLike<number>): number =>
  Array.from(order).reduce((sum, to, k, all) => (k === 0 ? 0 : sum + cost[all[k - 1]! * size + to]!), 0);

export const keeps = ({ before }: OrderProblem, order: ArrayLike<number>): boolean => {
  const place = Array.from(order);
  return before.every((list, unit) => list.every((earlier) => place.indexOf(earlier) < place.indexOf(unit)));
};

/** The least cost of all orders that keep the precedences. */
export function leastCost(problem: OrderProblem): number {
  const allowed = permutations([...problem.before.keys()]).filter((order) => keeps(problem, order));
  return Math.min(...allowed.map((order) => costOf(problem, order)));
}

/** Costs in [0, 1] and, for every pair in a hidden order, a precedence with probability `density`. */
export function drawnProblem(size: number, density: number, seed: number): OrderProblem {
  const from = stream(seed);
  const hidden = Array.from({ length: size }, (_, unit) => [unit, uniform(from)] as const).sort((a, b) => a[1] - b[1]);
  const before = Array.from({ length: size }, () => [] as number[]);
  for (let late = 1; late < size; late++) {
    for (let early = 0; early < late; early++) {
      if (uniform(from) < density) before[hidden[late]![0]]!.push(hidden[early]![0]);
    }
  }
  return { size, cost: Float64Array.from({ length: size * size }, () => uniform(from)), before };
}

export const problems = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.constantFrom(0, 0.2, 0.6, 1), fc.nat(1_000_000))
    .map(([size, density, seed]) => drawnProblem(size, density, seed));
