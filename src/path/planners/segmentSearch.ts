import { below } from '../../random/stream.ts';
import type { OrderProblem } from '../planner.ts';
import type { PrecedenceIndex } from '../precedenceIndex.ts';
import { heldOrder, type OrderSearch, WINDOW } from './orderSearch.ts';

const NEIGHBOURS = 10; // cheapest units to follow each unit
const REACH = 100; // farthest position looked at beyond the first two cuts
const ATTEMPTS = 30; // random changes drawn before one is given up

/**
 * Local search that exchanges neighbouring stretches of an order: the one way to reconnect three links without turning a
 * stretch round, which suits costs that depend on direction (the SOP-3-exchange of Gambardella & Dorigo 2000, INFORMS
 * Journal on Computing 12, 237-255).
 *
 * Each change begins with a unit u and one of the cheapest units v to follow it, if that link is cheaper than the present one;
 * the third cut is moved step by step while precedence allows, found from the positions of direct predecessors. Our choice:
 * the best change of a unit is made, not the first. For costs of neighbours only; see {@link guardedSearch} for the rest.
 */
export function segmentSearch(
  { size, cost }: OrderProblem,
  { pre, post, comesBefore }: PrecedenceIndex,
  budget: number,
): OrderSearch {
  const held = heldOrder(size);
  const { order, position, exchange } = held;
  const near = cheapestNext(
    { size, cost },
    (u, v) => !comesBefore(v, u) && (!comesBefore(u, v) || pre[v]!.includes(u)),
  );
  let largest = 0;
  for (const value of cost) largest = Math.max(largest, Math.abs(value));
  const same = 1e-11 * largest; // a gain smaller than this is rounding
  let tried = 0;
  let [gain, first, middle, last] = [0, 0, 0, 0]; // the best change of a unit so far: exchange(first, middle, last)

  const arc = (p: number, q: number): number => (p < 0 || q >= size ? 0 : cost[order[p]! * size + order[q]!]!);
  const offer = (g: number, i: number, j: number, k: number): void => {
    if (g > gain) [gain, first, middle, last] = [g, i, j, k];
  };
  /** Whether a direct predecessor of `unit` stands at from..to. */
  const needs = (unit: number, from: number, to: number): boolean => {
    const list = pre[unit]!;
    for (let e = 0; e < list.length; e++) if (position[list[e]!]! >= from && position[list[e]!]! <= to) return true;
    return false;
  };

  /** u, then v from farther on with what follows it up to k, then what stood between. */
  const bringForward = (pu: number, pv: number, saved: number): void => {
    const [i, ahead] = [pu + 1, order[pv - 1]! * size];
    const after = order[i]!;
    const base = saved + cost[ahead + order[pv]!]!;
    const end = Math.min(size - 1, pv + REACH);
    for (let k = pv; k <= end; k++) {
      const unit = order[k]!;
      if (needs(unit, i, pv - 1)) return;
      tried++;
      const back = base - cost[unit * size + after]!;
      if (k + 1 === size) offer(back, i, pv - 1, k);
      else offer(back + cost[unit * size + order[k + 1]!]! - cost[ahead + order[k + 1]!]!, i, pv - 1, k);
    }
  };

  /** What stands between u and v goes before the stretch i..u, so that v (or nothing) follows u. */
  const sendBack = (pu: number, pv: number, saved: number): void => {
    const [after, end] = [order[pu + 1]!, order[pv - 1]! * size];
    const base = saved + arc(pv - 1, pv);
    const low = Math.max(0, pu - REACH);
    for (let i = pu; i >= low; i--) {
      const list = post[order[i]!]!;
      for (let e = 0; e < list.length; e++) if (position[list[e]!]! > pu && position[list[e]!]! < pv) return;
      tried++;
      const back = base - cost[end + order[i]!]!;
      if (i === 0) offer(back, i, pu, pv - 1);
      else offer(back + arc(i - 1, i) - cost[order[i - 1]! * size + after]!, i, pu, pv - 1);
    }
  };

  /** v from before u, with what follows it up to j, goes right after u. */
  const moveBehind = (pv: number, pu: number, saved: number): void => {
    const base = saved + arc(pv - 1, pv);
    let lowest = size; // the first position at or after v of a predecessor of what follows the cut
    for (let j = pu - 1; j >= pv; j--) {
      const unit = order[j + 1]!;
      const list = pre[unit]!;
      for (let e = 0; e < list.length; e++) {
        const p = position[list[e]!]!;
        if (p >= pv && p < lowest) lowest = p;
      }
      if (lowest === pv) return;
      tried++;
      if (lowest <= j) continue;
      let g = base + cost[order[j]! * size + unit]!;
      if (pv > 0) g -= cost[order[pv - 1]! * size + unit]!;
      if (pu + 1 < size) g -= cost[order[j]! * size + order[pu + 1]!]!;
      offer(g, pv, j, pu);
    }
  };

  const improve = (u: number): void => {
    const pu = position[u]!;
    const present = arc(pu, pu + 1);
    gain = same;
    if (pu + 1 < size && present > same) sendBack(pu, size, present);
    const list = near[u]!;
    for (let q = 0; q < list.length; q++) {
      const saved = present - cost[u * size + list[q]!]!;
      if (saved <= same) return;
      const pv = position[list[q]!]!;
      if (pv < pu) moveBehind(pv, pu, saved);
      else {
        bringForward(pu, pv, saved);
        sendBack(pu, pv, saved);
      }
    }
  };

  return {
    ...held,
    tried: () => tried,
    descend() {
      let gained = 0;
      for (let unit = held.next(); unit >= 0 && tried < budget; unit = held.next()) {
        for (improve(unit); gain > same; improve(unit)) {
          gained += gain;
          exchange(first, middle, last);
        }
      }
      return gained;
    },
    shake(from, centre) {
      const low = Math.max(0, Math.min(centre, size - WINDOW));
      const high = Math.min(size, low + WINDOW);
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        tried++;
        const i = low + below(from, high - low - 1);
        const j = i + below(from, high - 1 - i);
        const aim = j + 1 + below(from, high - 1 - j);
        let k = j;
        while (k < aim && !needs(order[k + 1]!, i, j)) k++;
        if (k === j) continue;
        const lost = arc(i - 1, i) + arc(j, j + 1) + arc(k, k + 1);
        exchange(i, j, k);
        const cut = i + k - j;
        return lost - arc(i - 1, i) - arc(cut - 1, cut) - arc(k, k + 1);
      }
      return 0;
    },
  };
}

/** The cheapest units to follow each unit, cheapest first. */
function cheapestNext(
  { size, cost }: Pick<OrderProblem, 'size' | 'cost'>,
  mayFollow: (u: number, v: number) => boolean,
): Int32Array[] {
  const list: number[] = [];
  return Array.from({ length: size }, (_, u) => {
    list.length = 0;
    for (let v = 0; v < size; v++) {
      const price = cost[u * size + v]!;
      if (v === u || (list.length === NEIGHBOURS && price >= cost[u * size + list.at(-1)!]!) || !mayFollow(u, v))
        continue;
      let at = list.length;
      while (at > 0 && price < cost[u * size + list[at - 1]!]!) at--;
      list.splice(at, 0, v);
      if (list.length > NEIGHBOURS) list.pop();
    }
    return Int32Array.from(list);
  });
}
