import type { Digraph } from './digraph.ts';

/** The nodes one can come to from `starts` along the edges, the starts included: 1 where reached. O(nodes + edges). */
export function reachable(graph: Digraph, starts: Iterable<number>): Uint8Array {
  const seen = new Uint8Array(graph.size);
  const waiting = [...starts];
  for (const start of waiting) seen[start] = 1;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const target of graph.after[node]!) {
      if (seen[target]) continue;
      seen[target] = 1;
      waiting.push(target);
    }
  }
  return seen;
}
