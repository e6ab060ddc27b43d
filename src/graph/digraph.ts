/** A directed graph over the nodes 0..size-1: `after[i]` lists the nodes that i points to. */
export interface Digraph {
  readonly size: number;
  readonly after: readonly (readonly number[])[];
}

/** Builds a graph from pairs [from, to]; a pair given twice counts once. */
export function digraph(size: number, edges: Iterable<readonly [number, number]>): Digraph {
  const after = Array.from({ length: size }, () => new Set<number>());
  for (const [from, to] of edges) after[from]!.add(to);
  return { size, after: after.map((targets) => [...targets]) };
}
