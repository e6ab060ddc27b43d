import type { Competency } from './competency.ts';
import type { CompetencyGraph } from './competencyGraph.ts';

/** A graph in the form that graphology's `Graph.from` and `import` read. */
export interface GraphologyGraph {
  readonly options: { readonly type: 'mixed'; readonly multi: true; readonly allowSelfLoops: false };
  readonly attributes: Readonly<Record<string, never>>;
  readonly nodes: readonly { readonly key: string; readonly attributes: Omit<Competency, 'id'> }[];
  readonly edges: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly attributes: { readonly type: 'prerequisite' | 'partOf' | 'equivalent' | 'related' };
    /** Present on relations that hold both ways. */
    readonly undirected?: true;
  }[];
}

/**
 * The graph in graphology's serialised form, for its layouts, metrics and drawings.
 *
 * @param graph made by `newCompetencyGraph`
 * @returns a fresh object: titles and descriptions are attributes of the nodes, the type is one of the edges
 * @remarks graphology itself is not needed, nor a dependency.
 * @example
 * import { newCompetencyGraph, toGraphology } from 'tutelage/competency';
 *
 * const graph = newCompetencyGraph([{ id: 'halves' }, { id: 'fractions', title: 'Fractions' }], [['halves', 'fractions']]);
 * toGraphology(graph).nodes[1]; // => { key: 'fractions', attributes: { title: 'Fractions' } }
 * toGraphology(graph).edges[0]!.source; // => 'halves'
 */
export function toGraphology({ competencies, prerequisites, relations = [] }: CompetencyGraph): GraphologyGraph {
  const edges: GraphologyGraph['edges'] = [
    ...prerequisites.map(([source, target]) => ({ source, target, attributes: { type: 'prerequisite' as const } })),
    ...relations.map(({ type, from, to }) => ({
      source: from,
      target: to,
      attributes: { type },
      ...(type !== 'partOf' && { undirected: true as const }),
    })),
  ].map((edge, k) => ({ key: `e${k}`, ...edge }));
  return {
    options: { type: 'mixed', multi: true, allowSelfLoops: false },
    attributes: {},
    nodes: competencies.map(({ id, ...attributes }) => ({ key: id, attributes })),
    edges,
  };
}
