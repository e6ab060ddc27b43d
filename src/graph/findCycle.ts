import type { Digraph } from './digraph.ts';

/**
 * One cycle of the graph as a list of nodes whose first and last are the same, or null when there is none.
 * Iterative depth-first search: O(nodes + edges), and no recursion to overflow on a chain of 100,000 nodes.
 */
export function findCycle(graph: Digraph): number[] | null {
  const state = new Uint8Array(graph.size); // 0 new, 1 on the path, 2 done
  const nextEdge = new Int32Array(graph.size);
  for (let start = 0; start < graph.size; start++) {
    if (state[start] !== 0) continue;
    const path = [start];
    state[start] = 1;
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const target = graph.after[node]![nextEdge[node]!++];
      if (target === undefined) {
        state[node] = 2;
        path.pop();
      } else if (state[target] === 1) {
        return [...path.slice(path.indexOf(target)), target];
      } else if (state[target] === 0) {
        state[target] = 1;
        path.push(target);
      }
    }
  }
  return null;
}
