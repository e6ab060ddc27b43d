import type { OrderProblem } from '../planner.ts';
import type { PrecedenceIndex } from '../precedenceIndex.ts';

/** What the way on must cost, from every place an order can come to. */
export interface CompletionBound {
  /** No order costs less. */
  readonly bound: number;
  /** At least `rest[k * size + u]` from unit u in position k to the end, less the `price` of all units still to come. */
  readonly rest: Float64Array;
  readonly price: Float64Array;
}

const ROUNDS = 400;
const PATIENCE = 20; // rounds without a gain after which steps are halved

/**
 * A lower bound from walks of as many steps as there are units, which keep the positions and neighbours that precedence allows
 * but may come to a unit twice and leave another out; a price on each unit, raised where walks come too often and lowered
 * where they do not come, makes the cheapest walk look like an order.
 *
 * State-space relaxation of Christofides, Mingozzi & Toth (1981, Networks 11, 145-164) with Lagrangean prices by subgradient
 * (Held, Wolfe & Crowder 1974, Mathematical Programming 6, 62-88).
 *
 * @param upper the cost of some order, or Infinity; a bound that reaches it ends the search
 * @param work links that may be looked at; a round takes n times those that precedence allows
 * @returns null when there is not work for a round; bound Infinity when there is no order
 */
export function completionBound(
  problem: OrderProblem,
  index: PrecedenceIndex,
  upper: number,
  work: number,
): CompletionBound | null {
  const { size, cost, placement } = problem;
  const links = linksOf(size, index);
  const rounds = Math.min(ROUNDS, Math.floor(work / (size * links.to.length + 1)));
  if (rounds === 0) return null;
  const [opens, closes] = positionsOf(problem, index);
  const price = new Float64Array(size);
  const best = { bound: -Infinity, rest: new Float64Array(size * size), price: new Float64Array(size) };
  const rest = new Float64Array(size * size);
  const next = new Int32Array(size * size);
  const entering = new Float64Array(size);
  const visits = new Int32Array(size);
  let step = 1;
  for (let round = 0, gained = 0; round < rounds; round++) {
    for (let k = size - 1; k >= 0; k--) {
      for (let unit = 0; unit < size; unit++) {
        let least = k === size - 1 ? 0 : Infinity;
        if (k < opens[unit]! || k > closes[unit]!) least = Infinity;
        else if (k < size - 1) {
          for (let e = links.first[unit]!; e < links.first[unit + 1]!; e++) {
            const other = links.to[e]!;
            const total = cost[unit * size + other]! + entering[other]!;
            if (total < least) {
              least = total;
              next[k * size + unit] = other;
            }
          }
        }
        rest[k * size + unit] = least;
      }
      for (let unit = 0; unit < size; unit++) {
        entering[unit] = rest[k * size + unit]! + price[unit]! + (placement ? placement[unit * size + k]! : 0);
      }
    }
    let unit = 0;
    for (let other = 1; other < size; other++) if (entering[other]! < entering[unit]!) unit = other;
    let bound = entering[unit]!;
    for (let other = 0; other < size; other++) bound -= price[other]!;
    if (bound > best.bound) {
      if (bound > best.bound + 1e-4 * (upper - best.bound)) gained = round;
      best.bound = bound;
      best.rest.set(rest);
      best.price.set(price);
    } else if (round - gained >= PATIENCE) {
      step /= 2;
      gained = round;
    }
    if (!(bound < upper)) break;
    visits.fill(-1);
    for (let k = 0; k < size; unit = next[k++ * size + unit]!) visits[unit]!++;
    let squares = 0;
    for (let other = 0; other < size; other++) squares += visits[other]! ** 2;
    if (squares === 0) break; // the walk is an order
    const scale = (step * (upper - bound)) / squares;
    if (!(scale > 0 && scale < Infinity) || step < 1e-4) break;
    for (let other = 0; other < size; other++) price[other]! += scale * visits[other]!;
  }
  return best;
}

/** Which units can follow each other, as lists one after the other. */
function linksOf(size: number, { pre, comesBefore }: PrecedenceIndex): { first: Int32Array; to: Int32Array } {
  const first = new Int32Array(size + 1);
  const to: number[] = [];
  for (let unit = 0; unit < size; unit++) {
    for (let other = 0; other < size; other++) {
      if (other === unit || comesBefore(other, unit)) continue;
      if (!comesBefore(unit, other) || pre[other]!.includes(unit)) to.push(other);
    }
    first[unit + 1] = to.length;
  }
  return { first, to: Int32Array.from(to) };
}

/** The first and the last position of each unit: what must stand before it, and after, needs room; locks leave one position. */
function positionsOf({ size, locked }: OrderProblem, { comesBefore }: PrecedenceIndex): [Int32Array, Int32Array] {
  const opens = new Int32Array(size);
  const closes = new Int32Array(size).fill(size - 1);
  for (let unit = 0; unit < size; unit++) {
    for (let other = 0; other < size; other++) {
      if (comesBefore(other, unit)) opens[unit]!++;
      if (comesBefore(unit, other)) closes[unit]!--;
    }
    const place = locked?.[unit] ?? -1;
    if (place < 0) continue;
    opens[unit] = Math.max(opens[unit]!, place);
    closes[unit] = Math.min(closes[unit]!, place);
  }
  return [opens, closes];
}
