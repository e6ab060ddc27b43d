import type { OrderProblem } from '../planner.ts';
import type { PrecedenceIndex } from '../precedenceIndex.ts';

/** Whether an order keeps locked positions and deadlines. */
export function keepsConstraints({ locked, minutes, latest }: OrderProblem, order: Int32Array): boolean {
  let elapsed = 0;
  for (let p = 0; p < order.length; p++) {
    const unit = order[p]!;
    if (locked && locked[unit]! >= 0 && locked[unit] !== p) return false;
    if (minutes) elapsed += minutes[unit]!;
    if (latest && elapsed > latest[unit]!) return false;
  }
  return true;
}

/**
 * An order that keeps precedence, locked positions and deadlines: always on to the unit that is due first, where a unit is also due
 * when something after it is (the earliest due date first rule; Lawler 1973, Management Science 19, 544-546).
 *
 * Locks alone and deadlines alone are always met when they can be. When both occur, positions go first where they leave no
 * choice, and null does not prove that there is no such order. O(n^2).
 */
export function constrainedOrder(problem: OrderProblem, { pre, post }: PrecedenceIndex): Int32Array | null {
  const { size, locked, minutes, latest } = problem;
  const backwards = lastFirst(post);
  const duePosition = new Int32Array(size).fill(size - 1);
  const dueMinute = Float64Array.from({ length: size }, (_, unit) => latest?.[unit] ?? Infinity);
  const opens = new Int32Array(size);
  for (const unit of backwards) {
    if (locked && locked[unit]! >= 0) duePosition[unit] = locked[unit]!;
    for (const next of post[unit]!) {
      duePosition[unit] = Math.min(duePosition[unit]!, duePosition[next]! - 1);
      dueMinute[unit] = Math.min(dueMinute[unit]!, dueMinute[next]! - (minutes?.[next] ?? 0));
    }
  }
  for (const unit of backwards.reverse()) {
    opens[unit] = Math.max(locked?.[unit] ?? 0, 0, ...Array.from(pre[unit]!, (earlier) => opens[earlier]! + 1));
  }
  const waiting = Int32Array.from(pre, (list) => list.length); // -1: placed
  const order = new Int32Array(size);
  for (let p = 0; p < size; p++) {
    const pressed = pressing(duePosition, waiting, p);
    let best = -1;
    for (let unit = 0; unit < size; unit++) {
      if (waiting[unit] !== 0 || opens[unit]! > p || duePosition[unit]! > pressed) continue;
      if (best < 0 || dueMinute[unit]! < dueMinute[best]!) best = unit;
      else if (dueMinute[unit] === dueMinute[best] && duePosition[unit]! < duePosition[best]!) best = unit;
    }
    if (best < 0) return null;
    order[p] = best;
    waiting[best] = -1;
    for (const next of post[best]!) waiting[next]!--;
  }
  return keepsConstraints(problem, order) ? order : null;
}

/** The first position q such that all positions p..q are needed by units due by q: one of those has to come now. */
function pressing(duePosition: Int32Array, waiting: Int32Array, p: number): number {
  const size = duePosition.length;
  const due = new Int32Array(size + 1);
  for (let unit = 0; unit < size; unit++) if (waiting[unit]! >= 0) due[Math.max(p, duePosition[unit]!)]!++;
  let needed = 0;
  for (let q = p; q < size; q++) {
    needed += due[q]!;
    if (needed > q - p) return q;
  }
  return size;
}

/** Units so that each comes after all in its list. */
function lastFirst(post: readonly Int32Array[]): number[] {
  const open = Int32Array.from(post, (list) => list.length);
  const pre = post.map(() => [] as number[]);
  for (const [unit, list] of post.entries()) for (const next of list) pre[next]!.push(unit);
  const order = [...open.keys()].filter((unit) => open[unit] === 0);
  for (let k = 0; k < order.length; k++)
    for (const earlier of pre[order[k]!]!) if (--open[earlier]! === 0) order.push(earlier);
  return order;
}
