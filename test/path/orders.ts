// Small order problems and the plainest way to solve them: look at every order.
import fc from 'fast-check';
import type { OrderProblem } from 'tutelage/path';
import { stream, uniform } from '../../src/random/stream.ts';

export function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

export const costOf = ({ cost, size, placement }: OrderProblem, order: ArrayLike<number>): number =>
  Array.from(order).reduce(
    (sum, to, k, all) => sum + (k === 0 ? 0 : cost[all[k - 1]! * size + to]!) + (placement?.[to * size + k] ?? 0),
    0,
  );

/** Whether the order keeps every precedence, lock and deadline. */
export const keeps = ({ before, locked, minutes, latest }: OrderProblem, order: ArrayLike<number>): boolean => {
  const place = Array.from(order);
  let elapsed = 0;
  return (
    before.every((list, unit) => list.every((earlier) => place.indexOf(earlier) < place.indexOf(unit))) &&
    place.every((unit, k) => {
      elapsed += minutes?.[unit] ?? 0;
      return [-1, k].includes(locked?.[unit] ?? -1) && elapsed <= (latest?.[unit] ?? Infinity);
    })
  );
};

/** The least cost of all orders that keep the precedences, locks and deadlines. */
export function leastCost(problem: OrderProblem): number {
  const allowed = permutations([...problem.before.keys()]).filter((order) => keeps(problem, order));
  return Math.min(...allowed.map((order) => costOf(problem, order)));
}

/** The same with costs of positions, and with locks and deadlines that one order at least keeps. */
export function constrained(problem: OrderProblem, seed: number): OrderProblem {
  const { size } = problem;
  const from = stream(seed);
  const waiting = problem.before.map((list) => new Set(list));
  const kept: number[] = [];
  while (kept.length < size) {
    const ready = [...waiting.keys()].filter((unit) => !kept.includes(unit) && waiting[unit]!.size === 0);
    const unit = ready[Math.floor(uniform(from) * ready.length)]!;
    kept.push(unit);
    for (const list of waiting) list.delete(unit);
  }
  const minutes = Float64Array.from({ length: size }, () => Math.ceil(uniform(from) * 30));
  const locked = new Int32Array(size).fill(-1);
  const latest = new Float64Array(size).fill(Infinity);
  let elapsed = 0;
  for (const [k, unit] of kept.entries()) {
    elapsed += minutes[unit]!;
    const drawn = uniform(from);
    if (drawn < 0.15) locked[unit] = k;
    else if (drawn < 0.35) latest[unit] = elapsed + Math.floor(uniform(from) * 20);
  }
  const placement = Float64Array.from({ length: size * size }, () => uniform(from));
  return { ...problem, placement, locked, minutes, latest };
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

export const constrainedProblems = (most: number) =>
  fc.tuple(problems(most), fc.nat(1_000_000)).map(([problem, seed]) => constrained(problem, seed));
