import { checkWhole } from '../../math/check.ts';
import { below, type Stream, stream } from '../../random/stream.ts';
import { lowerBound } from '../lowerBound.ts';
import { type OrderProblem, orderCost, type Planner } from '../planner.ts';
import { greedyOrder } from './greedyOrder.ts';

/** Options of {@link localSearch}. */
export interface LocalSearchOptions {
  /** Most changes of an order to try, 1 or more; 2,000,000 when absent. */
  readonly evaluations?: number;
}

const SAME = 1e-12; // a gain smaller than this is rounding
const LONGEST = 60; // longest stretch to move, so that a sweep over 1,000 units stays affordable

/**
 * Orders units by iterated local search: from a greedy order, exchange two neighbouring stretches of units while that makes
 * the order cheaper, then shake and go on from the best order so far.
 *
 * Exchanging neighbouring stretches is the one way to reconnect three links without turning a stretch round, which suits
 * costs that depend on direction; stretches whose exchange would break a prerequisite are skipped (the SOP-3-exchange of
 * Gambardella & Dorigo 2000, INFORMS Journal on Computing 12, 237-255, with a plainer search for stretches).
 *
 * @param options budget, counted in changes tried
 * @throws RangeError for a budget that is no whole number of 1 or more
 * @remarks Same seed and budget, same order. It ends early when the order costs no more than the lower bound, which
 * proves it.
 * @example
 * import { localSearch } from 'tutelage/path';
 *
 * localSearch().options; // => { evaluations: 2000000 }
 */
export function localSearch({ evaluations = 2_000_000 }: LocalSearchOptions = {}): Planner {
  checkWhole('localSearch', 'evaluations', evaluations, 1);
  return {
    name: 'localSearch',
    options: { evaluations },
    plan(problem, seed) {
      const from = stream(seed);
      const bound = lowerBound(problem) + SAME;
      const search = searcher(problem, evaluations);
      const best = greedyOrder(problem);
      search.descend(best, null);
      let least = orderCost(problem, best);
      const order = best.slice();
      while (problem.size > 2 && least > bound && search.tried() < evaluations) {
        const touched = search.shake(order, from);
        search.descend(order, touched);
        const cost = orderCost(problem, order);
        if (cost <= least) {
          if (cost < least - SAME) least = cost;
          best.set(order);
        } else order.set(best);
      }
      least = orderCost(problem, best);
      return { order: best, cost: least, proof: least <= bound ? 'optimal' : 'heuristic', evaluations: search.tried() };
    },
  };
}

function searcher({ size, cost, before }: OrderProblem, budget: number) {
  const position = new Int32Array(size);
  const dirty = new Uint8Array(size);
  const held = new Int32Array(size);
  let tried = 0;

  const arc = (from: number, to: number): number => (from < 0 || to < 0 ? 0 : cost[from * size + to]!);

  /** Exchanges order[i..j] and order[j+1..k]. */
  const exchange = (order: Int32Array, i: number, j: number, k: number): void => {
    held.set(order.subarray(i, k + 1));
    const second = k - j;
    order.set(held.subarray(j + 1 - i, k + 1 - i), i);
    order.set(held.subarray(0, j + 1 - i), i + second);
    for (let p = i; p <= k; p++) position[order[p]!] = p;
  };

  /** Whether a unit has to come after one that stands at i..j. */
  const needs = (unit: number, i: number, j: number): boolean => {
    for (const earlier of before[unit]!) if (position[earlier]! >= i && position[earlier]! <= j) return true;
    return false;
  };

  /** The first gainful exchange whose first stretch begins at i, made; whether there was one. */
  const improveAt = (order: Int32Array, i: number): boolean => {
    const ahead = i > 0 ? order[i - 1]! : -1;
    const first = order[i]!;
    const lastJ = Math.min(size - 2, i + LONGEST - 1);
    for (let j = i; j <= lastJ; j++) {
      const end = order[j]!;
      const second = order[j + 1]!;
      const fixed = arc(ahead, first) + arc(end, second) - arc(ahead, second);
      const lastK = Math.min(size - 1, j + LONGEST);
      for (let k = j + 1; k <= lastK; k++) {
        const tail = order[k]!;
        if (needs(tail, i, j)) break;
        if (tried >= budget) return false;
        const next = k + 1 < size ? order[k + 1]! : -1;
        tried++;
        if (fixed + arc(tail, next) - arc(tail, first) - arc(end, next) > SAME) {
          exchange(order, i, j, k);
          for (const unit of [ahead, first, end, second, tail, next]) if (unit >= 0) dirty[unit] = 1;
          return true;
        }
      }
    }
    return false;
  };

  return {
    tried: () => tried,
    /** Improves `order` until no exchange near a dirty unit helps; null makes every unit dirty. */
    descend(order: Int32Array, touched: readonly number[] | null): void {
      for (let p = 0; p < size; p++) position[order[p]!] = p;
      dirty.fill(touched ? 0 : 1);
      for (const unit of touched ?? []) dirty[unit] = 1;
      for (let unit = dirty.indexOf(1); unit >= 0 && tried < budget; unit = dirty.indexOf(1)) {
        dirty[unit] = 0;
        for (let i = Math.max(0, position[unit]! - 1); i <= Math.min(size - 2, position[unit]! + 1); i++) {
          if (improveAt(order, i)) {
            dirty[unit] = 1;
            break;
          }
        }
      }
    },
    /** Makes a few random exchanges that keep the prerequisites; returns the units at the cuts. */
    shake(order: Int32Array, from: Stream): number[] {
      for (let p = 0; p < size; p++) position[order[p]!] = p;
      const touched: number[] = [];
      const wanted = 1 + below(from, 3);
      for (let made = 0, attempt = 0; made < wanted && attempt < 50 && tried < budget; attempt++) {
        tried++;
        const i = below(from, size - 1);
        const j = i + below(from, Math.min(LONGEST, size - 1 - i));
        const most = Math.min(LONGEST, size - 1 - j);
        const aim = j + 1 + below(from, most);
        let k = j;
        while (k < aim && !needs(order[k + 1]!, i, j)) k++;
        if (k === j) continue;
        exchange(order, i, j, k);
        made++;
        for (const p of [i - 1, i, i + k - j - 1, i + k - j, k, k + 1]) if (p >= 0 && p < size) touched.push(order[p]!);
      }
      return touched;
    },
  };
}
