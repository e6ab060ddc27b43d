import { digraph } from '../graph/digraph.ts';
import { topologicalOrder } from '../graph/topologicalOrder.ts';

/** Precedences prepared for a search: direct ones without those that follow from others, and all of them as bits. */
export interface PrecedenceIndex {
  /** For each unit, what must stand before it, less what must stand before one of these. */
  readonly pre: readonly Int32Array[];
  /** The same the other way round. */
  readonly post: readonly Int32Array[];
  /** Whether `a` must stand before `b`, directly or not. */
  comesBefore(a: number, b: number): boolean;
}

/** O(n^2 / 32) memory, O(n x pairs / 32) time. */
export function precedenceIndex(before: readonly (readonly number[])[]): PrecedenceIndex {
  const size = before.length;
  const words = (size + 31) >> 5;
  const ancestors = new Int32Array(size * words);
  const comesBefore = (a: number, b: number) => ((ancestors[b * words + (a >> 5)]! >>> (a & 31)) & 1) === 1;
  const pairs = before.flatMap((list, unit) => list.map((earlier) => [earlier, unit] as const));
  const post = before.map(() => [] as number[]);
  const pre = before.map(() => new Int32Array(0));
  for (const unit of topologicalOrder(digraph(size, pairs))) {
    const direct = [...new Set(before[unit]!)];
    for (const earlier of direct) {
      for (let word = 0; word < words; word++) ancestors[unit * words + word]! |= ancestors[earlier * words + word]!;
    }
    pre[unit] = Int32Array.from(direct.filter((earlier) => !comesBefore(earlier, unit)));
    for (const earlier of direct) ancestors[unit * words + (earlier >> 5)]! |= 1 << (earlier & 31);
    for (const earlier of pre[unit]!) post[earlier]!.push(unit);
  }
  return { pre, post: post.map((list) => Int32Array.from(list)), comesBefore };
}
