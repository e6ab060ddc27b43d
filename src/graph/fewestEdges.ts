import type { Digraph } from './digraph.ts';
import { topologicalOrder } from './topologicalOrder.ts';

/**
 * The fewest edges from which the same nodes can be reached: unique for graphs without cycles (Aho, Garey & Ullman 1972, SIAM
 * Journal on Computing 1, 131-137).
 *
 * An edge is left out when its target can be reached through another successor. For each node its successors are tried in
 * topological order, nearest first, and what they reach is marked by a search that goes no further than the last successor's
 * place: O(nodes x edges) at worst, O(nodes + edges) on chains and trees. The graph must have no cycle.
 */
export function fewestEdges(graph: Digraph): Digraph {
  const { size, after } = graph;
  const place = new Int32Array(size);
  for (const [k, node] of topologicalOrder(graph).entries()) place[node] = k;
  const markedFor = new Int32Array(size).fill(-1);
  const reduced = after.map((targets, node) => {
    if (targets.length < 2) return targets;
    const inOrder = [...targets].sort((left, right) => place[left]! - place[right]!);
    const last = place[inOrder[inOrder.length - 1]!]!;
    const kept = new Set<number>();
    for (const target of inOrder) {
      if (markedFor[target] === node) continue; // reached through a nearer successor
      kept.add(target);
      const waiting = [target];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const further of after[next]!) {
          if (markedFor[further] === node || place[further]! > last) continue;
          markedFor[further] = node;
          waiting.push(further);
        }
      }
    }
    return targets.filter((target) => kept.has(target));
  });
  return { size, after: reduced };
}
