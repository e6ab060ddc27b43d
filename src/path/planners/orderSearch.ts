import type { Stream } from '../../random/stream.ts';

/** A local search that holds one order, changes it and can take its changes back. */
export interface OrderSearch {
  /** The order held. */
  readonly order: Int32Array;
  /** Changes tried so far. */
  tried(): number;
  /** Takes `order` as the one held, every unit to be looked at. */
  hold(order: Int32Array): void;
  /** Makes changes while they help, until the budget is spent; returns by how much the order became cheaper. */
  descend(): number;
  /** Makes a random change that keeps the constraints, near position `centre`; returns by how much the order became cheaper. */
  shake(from: Stream, centre: number): number;
  /** Forgets how to take back what was done so far. */
  keep(): void;
  /** Takes back everything since `hold` or `keep`. */
  undo(): void;
}

/** Positions next to each other within which a random change is made. */
export const WINDOW = 30;

/** What both searches share: the order, where each unit stands, exchanges and how to take them back, and units to look at. */
export function heldOrder(size: number) {
  const order = new Int32Array(size);
  const position = new Int32Array(size);
  const aside = new Int32Array(size);
  const log: number[] = [];
  const queue = new Int32Array(size + 1);
  const queued = new Uint8Array(size);
  let head = 0;
  let tail = 0;
  const look = (unit: number): void => {
    if (queued[unit]) return;
    queued[unit] = 1;
    queue[tail] = unit;
    tail = tail === size ? 0 : tail + 1;
  };
  /** The next unit to look at, -1 when there is none. */
  const next = (): number => {
    if (head === tail) return -1;
    const unit = queue[head]!;
    head = head === size ? 0 : head + 1;
    queued[unit] = 0;
    return unit;
  };
  const lookAt = (p: number): void => {
    if (p >= 0 && p < size) look(order[p]!);
  };
  const put = (unit: number, p: number): void => {
    order[p] = unit;
    position[unit] = p;
  };
  const rotate = (i: number, j: number, k: number): void => {
    const [first, second] = [j - i + 1, k - j];
    if (first <= second) {
      for (let p = 0; p < first; p++) aside[p] = order[i + p]!;
      for (let p = 0; p < second; p++) put(order[j + 1 + p]!, i + p);
      for (let p = 0; p < first; p++) put(aside[p]!, i + second + p);
    } else {
      for (let p = 0; p < second; p++) aside[p] = order[j + 1 + p]!;
      for (let p = first - 1; p >= 0; p--) put(order[i + p]!, i + second + p);
      for (let p = 0; p < second; p++) put(aside[p]!, i + p);
    }
  };
  const turn = (p: number, q: number): void => {
    const unit = order[p]!;
    put(order[q]!, p);
    put(unit, q);
  };
  return {
    order,
    position,
    next,
    /** Exchanges order[i..j] and order[j+1..k]; the units at the cuts will be looked at. */
    exchange(i: number, j: number, k: number): void {
      for (const p of [i - 1, i, j, j + 1, k, k + 1]) lookAt(p);
      rotate(i, j, k);
      log.push(i, j, k);
    },
    /** Swaps the units at p and q. */
    swap(p: number, q: number): void {
      for (const near of [p - 1, p, p + 1, q - 1, q, q + 1]) lookAt(near);
      turn(p, q);
      log.push(p, q, -1);
    },
    hold(given: Int32Array): void {
      for (let p = 0; p < size; p++) put(given[p]!, p);
      for (let p = 0; p < size; p++) look(order[p]!);
      log.length = 0;
    },
    keep(): void {
      log.length = 0;
    },
    undo(): void {
      for (let unit = next(); unit >= 0; unit = next());
      while (log.length > 0) {
        const k = log.pop()!;
        const j = log.pop()!;
        const i = log.pop()!;
        if (k < 0) turn(i, j);
        else rotate(i, i + (k - j) - 1, k);
      }
    },
  };
}
