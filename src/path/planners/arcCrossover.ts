import { below, type Stream } from '../../random/stream.ts';
import type { OrderProblem } from '../planner.ts';

/**
 * A child of two orders that keeps precedence: after each unit comes the one that follows it in a parent, chosen at random
 * when both offer one; when neither can, the cheapest unit whose predecessors are placed. Our choice, after edge
 * recombination (Whitley, Starkweather & Fuquay 1989, ICGA 3, 133-140).
 */
export function arcCrossover(
  { size, cost, before }: OrderProblem,
  first: Int32Array,
  second: Int32Array,
  from: Stream,
): Int32Array {
  const waiting = Int32Array.from(before, (list) => list.length); // -1: placed
  const after = Array.from({ length: size }, () => [] as number[]);
  for (const [unit, list] of before.entries()) for (const earlier of list) after[earlier]!.push(unit);
  const followers = [first, second].map((order) => {
    const next = new Int32Array(size).fill(-1);
    for (let k = 1; k < size; k++) next[order[k - 1]!] = order[k]!;
    return next;
  });
  const child = new Int32Array(size);
  let unit = below(from, 2) === 0 ? first[0]! : second[0]!;
  for (let k = 0; ; ) {
    child[k] = unit;
    if (++k === size) return child;
    waiting[unit] = -1;
    for (const next of after[unit]!) waiting[next]!--;
    const ready = followers.map((next) => next[unit]!).filter((next) => next >= 0 && waiting[next] === 0);
    if (ready.length > 0) {
      unit = ready[ready.length > 1 ? below(from, 2) : 0]!;
      continue;
    }
    let cheapest = -1;
    for (let next = 0; next < size; next++) {
      if (waiting[next] !== 0) continue;
      if (cheapest < 0 || cost[unit * size + next]! < cost[unit * size + cheapest]!) cheapest = next;
    }
    unit = cheapest;
  }
}
