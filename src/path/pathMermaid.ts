import { mermaidLabel } from '../competency/mermaidLabel.ts';
import type { PathMap } from './pathMap.ts';

/** Options of {@link pathMermaid}. */
export interface PathMermaidOptions {
  /** 'LR' left to right (the default), or 'TB' from the top down. */
  readonly direction?: 'LR' | 'TB';
  /** What to call a unit; its id when absent. */
  readonly title?: (unitId: string) => string;
}

/**
 * A path map as a Mermaid flowchart: the way as thick arrows, prerequisites dotted.
 *
 * @param map made by {@link pathMap}
 * @param options direction and titles
 * @returns text for a Mermaid block; each label is the step and the title (with a colon: Mermaid takes "1." for a list), safe whatever characters it has
 * @example
 * import { pathMap, pathMermaid, planPath } from 'tutelage/path';
 *
 * const problem = { units: [{ id: 'a' }, { id: 'b' }], prerequisites: [['a', 'b']] as const };
 * const lines = pathMermaid(pathMap(problem, planPath(problem))).split('\n');
 * lines; // => ['flowchart LR', '  n1["1: a"]', '  n2["2: b"]', '  n1 ==> n2', '  n1 -.-> n2']
 */
export function pathMermaid(map: PathMap, options: PathMermaidOptions = {}): string {
  const { direction = 'LR', title = (id) => id } = options;
  const node = new Map(map.stops.map(({ unitId, step }) => [unitId, `n${step}`]));
  return [
    `flowchart ${direction}`,
    ...map.stops.map(({ unitId, step }) => `  n${step}["${mermaidLabel(`${step}: ${title(unitId)}`)}"]`),
    ...map.links.map(({ from, to, kind }) => `  ${node.get(from)} ${kind === 'next' ? '==>' : '-.->'} ${node.get(to)}`),
  ].join('\n');
}
