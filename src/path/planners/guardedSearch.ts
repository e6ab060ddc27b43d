import { below } from '../../random/stream.ts';
import type { OrderProblem } from '../planner.ts';
import type { PrecedenceIndex } from '../precedenceIndex.ts';
import { heldOrder, type OrderSearch, WINDOW } from './orderSearch.ts';

const LONGEST = 3; // units that are moved together
const REACH = 100; // farthest a unit is moved or swapped
const ATTEMPTS = 30; // random changes drawn before one is given up

/**
 * Local search for orders with costs of positions, locked positions or deadlines: moves up to three units together, or swaps
 * two. Slower than `segmentSearch`, whose shortcuts hold for costs of neighbours only. Our choice. The order it is given has to
 * keep all constraints.
 */
export function guardedSearch(
  { size, cost, placement, locked, minutes, latest }: OrderProblem,
  { pre, post }: PrecedenceIndex,
  budget: number,
): OrderSearch {
  const held = heldOrder(size);
  const { order, position } = held;
  const ends = new Float64Array(size + 1); // minutes passed before each position
  const locksBefore = new Int32Array(size + 1); // locked positions before each position
  for (const p of locked ?? []) if (p >= 0) locksBefore[p + 1] = 1;
  for (let p = 0; p < size; p++) locksBefore[p + 1]! += locksBefore[p]!;
  let largest = 0;
  for (const value of cost) largest = Math.max(largest, Math.abs(value));
  for (const value of placement ?? []) largest = Math.max(largest, Math.abs(value));
  const same = 1e-11 * largest; // a gain smaller than this is rounding
  let tried = 0;
  let [gain, first, middle, last] = [0, 0, 0, 0]; // the best change of a unit so far; last < 0: swap first and middle

  const link = (a: number, b: number): number => (a < 0 || b < 0 ? 0 : cost[a * size + b]!);
  const at = (p: number): number => (p < 0 || p >= size ? -1 : order[p]!);
  const shifted = (unit: number, from: number, to: number): number =>
    placement ? placement[unit * size + from]! - placement[unit * size + to]! : 0;
  const late = (unit: number, minutesMore: number): boolean =>
    minutes !== undefined && ends[position[unit]! + 1]! + minutesMore > latest![unit]!;
  const stands = (list: Int32Array, from: number, to: number): boolean => {
    for (let e = 0; e < list.length; e++) if (position[list[e]!]! >= from && position[list[e]!]! <= to) return true;
    return false;
  };
  const tell = (from: number, to: number): void => {
    if (minutes) for (let p = from; p <= to; p++) ends[p + 1] = ends[p]! + minutes[order[p]!]!;
  };
  const offer = (g: number, i: number, j: number, k: number): void => {
    if (g > gain) [gain, first, middle, last] = [g, i, j, k];
  };
  /** What exchanging order[i..j] and order[j+1..k] saves in links. */
  const cuts = (i: number, j: number, k: number): number => {
    const [a, b, c, d, e, f] = [at(i - 1), order[i]!, order[j]!, order[j + 1]!, order[k]!, at(k + 1)];
    return link(a, b) + link(c, d) + link(e, f) - link(a, d) - link(e, b) - link(c, f);
  };
  /** What it saves in positions. */
  const shift = (i: number, j: number, k: number): number => {
    let saved = 0;
    if (placement) {
      for (let p = i; p <= j; p++) saved += shifted(order[p]!, p, p + k - j);
      for (let p = j + 1; p <= k; p++) saved += shifted(order[p]!, p, p - (j - i + 1));
    }
    return saved;
  };
  /** Whether that keeps deadlines: the first stretch ends later by the minutes of the second. */
  const inTime = (i: number, j: number, k: number): boolean => {
    for (let p = i; p <= j; p++) if (late(order[p]!, ends[k + 1]! - ends[j + 1]!)) return false;
    return true;
  };
  const free = (from: number, to: number): boolean => locksBefore[from] === locksBefore[to + 1];

  const moveLater = (i: number, j: number): void => {
    let passed = 0; // saved by what the moved units pass
    const end = Math.min(size - 1, j + REACH);
    for (let k = j + 1; k <= end && free(i, k) && !stands(pre[order[k]!]!, i, j); k++) {
      tried++;
      passed += shifted(order[k]!, k, k - (j - i + 1));
      if (!inTime(i, j, k)) return;
      let moved = 0;
      for (let p = i; p <= j; p++) moved += shifted(order[p]!, p, p + k - j);
      offer(cuts(i, j, k) + passed + moved, i, j, k);
    }
  };
  const moveEarlier = (from: number, to: number): void => {
    let passed = 0;
    const low = Math.max(0, from - REACH);
    for (let i = from - 1; i >= low && free(i, to) && !stands(post[order[i]!]!, from, to); i--) {
      tried++;
      if (late(order[i]!, ends[to + 1]! - ends[from]!)) return;
      passed += shifted(order[i]!, i, i + to - from + 1);
      let moved = 0;
      for (let p = from; p <= to; p++) moved += shifted(order[p]!, p, p - (from - i));
      offer(cuts(i, from - 1, to) + passed + moved, i, from - 1, to);
    }
  };
  const swapLater = (p: number): void => {
    const u = order[p]!;
    if (!free(p, p)) return;
    const end = Math.min(size - 1, p + REACH);
    for (let q = p + 1; q <= end && !stands(post[u]!, q, q); q++) {
      tried++;
      const v = order[q]!;
      if (q < p + 2 || !free(q, q) || stands(pre[v]!, p, q) || !swapInTime(p, q)) continue;
      const [a, b, c, d] = [at(p - 1), order[p + 1]!, order[q - 1]!, at(q + 1)];
      const links =
        link(a, u) + link(u, b) + link(c, v) + link(v, d) - link(a, v) - link(v, b) - link(c, u) - link(u, d);
      offer(links + shifted(u, p, q) + shifted(v, q, p), p, q, -1);
    }
  };
  const swapInTime = (p: number, q: number): boolean => {
    if (!minutes) return true;
    const more = minutes[order[q]!]! - minutes[order[p]!]!;
    if (more > 0) for (let k = p + 1; k < q; k++) if (late(order[k]!, more)) return false;
    return !late(order[p]!, ends[q + 1]! - ends[p + 1]!);
  };
  const improve = (unit: number): void => {
    gain = same;
    const p = position[unit]!;
    for (let length = 1; length <= LONGEST && p + length <= size; length++) {
      moveLater(p, p + length - 1);
      moveEarlier(p, p + length - 1);
    }
    swapLater(p);
  };
  const make = (): void => {
    if (last < 0) {
      held.swap(first, middle);
      tell(first, middle);
    } else {
      held.exchange(first, middle, last);
      tell(first, last);
    }
  };

  return {
    ...held,
    tried: () => tried,
    hold(given) {
      held.hold(given);
      tell(0, size - 1);
    },
    undo() {
      held.undo();
      tell(0, size - 1);
    },
    descend() {
      let gained = 0;
      for (let unit = held.next(); unit >= 0 && tried < budget; unit = held.next()) {
        for (improve(unit); gain > same; improve(unit)) {
          gained += gain;
          make();
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
        while (k < aim && free(i, k + 1) && !stands(pre[order[k + 1]!]!, i, j)) k++;
        while (k > j && !inTime(i, j, k)) k--;
        if (k === j) continue;
        gain = cuts(i, j, k) + shift(i, j, k);
        [first, middle, last] = [i, j, k];
        make();
        return gain;
      }
      return 0;
    },
  };
}
