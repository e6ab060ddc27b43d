import type { Digraph } from './digraph.ts';

/**
 * The nodes so that every edge points forwards; among those that could come next the smallest first, so that the order is
 * the same every time. Nodes on or behind a cycle are left out. O(edges + nodes log nodes): a heap of ready nodes.
 */
export function topologicalOrder({ size, after }: Digraph): number[] {
  const open = new Int32Array(size);
  for (const targets of after) for (const target of targets) open[target]!++;
  const heap: number[] = [];
  for (let node = 0; node < size; node++) if (open[node] === 0) push(heap, node);
  const order: number[] = [];
  while (heap.length > 0) {
    const node = pop(heap);
    order.push(node);
    for (const target of after[node]!) if (--open[target]! === 0) push(heap, target);
  }
  return order;
}

function push(heap: number[], node: number): void {
  let at = heap.push(node) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent]! <= node) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = node;
}

function pop(heap: number[]): number {
  const least = heap[0]!;
  const node = heap.pop()!;
  const length = heap.length;
  if (length === 0) return least;
  let at = 0;
  for (let child = 1; child < length; child = 2 * at + 1) {
    if (child + 1 < length && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= node) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = node;
  return least;
}
