import type { CompetencyGraph } from '../../competency/competencyGraph.ts';
import type { Activity } from '../activity.ts';
import type { ContentCheck, ContentFinding } from '../contentFinding.ts';

/** Competencies of the graph that no activity teaches, and those that nobody can get to for that reason. */
export const gaps: ContentCheck = ({ activities, graph }, { mastered }) => {
  if (!graph) return [];
  const brought = new Set(mastered);
  const taught = taughtIn(graph, activities, brought);
  const missing = graph.competencies.flatMap(({ id }) => (taught.has(id) ? [] : [id]));
  const behind = missingBefore(graph, missing, brought);
  return [
    ...graph.competencies.flatMap(({ id }): ContentFinding[] => {
      const lack = behind.get(id);
      if (lack === undefined) return [];
      const text = `Nobody gets to "${id}": "${lack}" comes before it and no activity teaches "${lack}"; add one, or name "${lack}" among the mastered.`;
      return [{ code: 'unreachableCompetency', severity: 'error', ids: [id, lack], text }];
    }),
    ...missing.map((id): ContentFinding => {
      const text = `No activity teaches "${id}"; add one, or take the competency out of the graph.`;
      return { code: 'competencyWithoutActivity', severity: 'warning', ids: [id], text };
    }),
  ];
};

/** What is taught: by an activity, under the name of an equivalent, or in all of its parts; and what learners bring along. */
function taughtIn(
  { relations = [] }: CompetencyGraph,
  activities: readonly Activity[],
  brought: ReadonlySet<string>,
): Set<string> {
  const equivalents = new Map<string, string[]>();
  const wholes = new Map<string, string[]>();
  const partsLeft = new Map<string, number>();
  for (const { type, from, to } of relations) {
    if (type === 'partOf') {
      push(wholes, from, to);
      partsLeft.set(to, (partsLeft.get(to) ?? 0) + 1);
    } else if (type === 'equivalent') {
      push(equivalents, from, to);
      push(equivalents, to, from);
    }
  }
  const taught = new Set([...brought, ...activities.flatMap(({ competencyIds }) => competencyIds)]);
  // a set is walked through in order of insertion, what is added on the way included
  for (const id of taught) {
    for (const same of equivalents.get(id) ?? []) taught.add(same);
    for (const whole of wholes.get(id) ?? []) {
      const left = partsLeft.get(whole)! - 1;
      partsLeft.set(whole, left);
      if (left === 0) taught.add(whole);
    }
  }
  return taught;
}

/** For each competency behind a missing one, the missing one with the fewest steps between them. What is brought along needs none. */
function missingBefore(
  { prerequisites }: CompetencyGraph,
  missing: readonly string[],
  brought: ReadonlySet<string>,
): Map<string, string> {
  const after = new Map<string, string[]>();
  for (const [before, next] of prerequisites) push(after, before, next);
  const sources = new Set(missing);
  const found = new Map<string, string>();
  const queue = missing.map((id) => [id, id] as const);
  for (const [id, lack] of queue) {
    for (const next of after.get(id) ?? []) {
      if (found.has(next) || brought.has(next)) continue;
      found.set(next, lack);
      if (!sources.has(next)) queue.push([next, lack]);
    }
  }
  return found;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
