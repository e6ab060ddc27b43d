import type { Competency } from '../competency/competency.ts';
import type { CompetencyGraph } from '../competency/competencyGraph.ts';

/** What the learner is ready for. */
export interface Readiness {
  readonly graph: CompetencyGraph;
  /** Ids of the competencies achieved. */
  readonly achieved: readonly string[];
}

/** Looks up the direct prerequisites of a competency that are not achieved; null for a competency the graph does not have. */
export function openPrerequisites({ graph, achieved }: Readiness): (id: string) => readonly Competency[] | null {
  const done = new Set(achieved);
  const byId = new Map(graph.competencies.map((competency) => [competency.id, competency]));
  const open = new Map<string, Competency[]>(graph.competencies.map(({ id }) => [id, []]));
  for (const [before, after] of graph.prerequisites) {
    if (!done.has(before)) open.get(after)?.push(byId.get(before) ?? { id: before });
  }
  return (id) => open.get(id) ?? null;
}
