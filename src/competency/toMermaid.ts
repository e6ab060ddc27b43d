import type { CompetencyGraph } from './competencyGraph.ts';
import { indexCompetencies, placeOf } from './indexCompetencies.ts';
import { mermaidLabel } from './mermaidLabel.ts';

const ARROWS = { partOf: '-.->', equivalent: '<-->', related: '---' } as const;

/**
 * The graph as a Mermaid flowchart: prerequisites as arrows, parts dotted, equivalents with two heads, related without.
 *
 * @param graph made by `newCompetencyGraph`
 * @param options `direction`: 'LR' when absent; `achieved`: ids drawn in another colour
 * @returns text for a Mermaid block; labels are titles, or ids where there is none
 * @throws RangeError for an unknown id in `achieved`
 * @remarks Labels are quoted and every character but letters, digits, blanks and plain punctuation is written as a number, so that no
 * id or title can end the label or bring markup along. Nodes are called n0, n1, ... in the order of `graph.competencies`.
 * @example
 * import { newCompetencyGraph, toMermaid } from 'tutelage/competency';
 *
 * const graph = newCompetencyGraph([{ id: 'halves' }, { id: 'fractions', title: 'Fractions' }], [['halves', 'fractions']]);
 * toMermaid(graph).split('\n'); // => ['flowchart LR', '  n0["halves"]', '  n1["Fractions"]', '  n0 --> n1']
 */
export function toMermaid(
  graph: CompetencyGraph,
  options: { readonly direction?: 'LR' | 'TB'; readonly achieved?: readonly string[] } = {},
): string {
  const { direction = 'LR', achieved = [] } = options;
  const index = indexCompetencies('toMermaid', graph.competencies);
  const node = (id: string) => `n${placeOf('toMermaid', index, id)}`;
  const done = achieved.map(node);
  return [
    `flowchart ${direction}`,
    ...graph.competencies.map(({ id, title }) => `  ${node(id)}["${mermaidLabel(title ?? id)}"]`),
    ...graph.prerequisites.map(([before, after]) => `  ${node(before)} --> ${node(after)}`),
    ...(graph.relations ?? []).map(({ type, from, to }) => `  ${node(from)} ${ARROWS[type]} ${node(to)}`),
    ...(done.length > 0
      ? ['  classDef achieved fill:#cfe8cf,stroke:#2e7d32', `  class ${done.join(',')} achieved`]
      : []),
  ].join('\n');
}
