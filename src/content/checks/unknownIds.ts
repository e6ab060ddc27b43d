import { type ContentCheck, type ContentFinding, quoted } from '../contentFinding.ts';

/** Competencies that are named but not in the graph, and items that are named but not in the Q-matrix. */
export const unknownIds: ContentCheck = ({ activities, graph, qMatrix }) => {
  const byActivity = activities.map(({ id, competencyIds }) => [id, competencyIds] as const);
  const byItem = (qMatrix ?? []).map(({ itemId, competencyIds }) => [itemId, competencyIds] as const);
  const itemsOf = activities.map(({ id, itemIds = [] }) => [id, itemIds] as const);
  return [
    ...(graph
      ? missingFrom(new Set(graph.competencies.map(({ id }) => id)), [...byActivity, ...byItem], COMPETENCY)
      : []),
    ...(qMatrix ? missingFrom(new Set(qMatrix.map(({ itemId }) => itemId)), itemsOf, ITEM) : []),
  ];
};

interface Wording {
  readonly code: 'unknownCompetency' | 'unknownItem';
  readonly kind: string;
  readonly place: string;
}
const COMPETENCY: Wording = { code: 'unknownCompetency', kind: 'Competency', place: 'graph' };
const ITEM: Wording = { code: 'unknownItem', kind: 'Item', place: 'Q-matrix' };

function missingFrom(
  known: ReadonlySet<string>,
  named: readonly (readonly [by: string, ids: readonly string[]])[],
  { code, kind, place }: Wording,
): ContentFinding[] {
  const missing = new Map<string, Set<string>>();
  for (const [by, ids] of named) {
    for (const id of ids) if (!known.has(id)) missing.set(id, (missing.get(id) ?? new Set()).add(by));
  }
  return [...missing].map(([id, by]) => {
    const text = `${kind} "${id}" is not in the ${place} but named by ${quoted([...by])}; add it or correct the id.`;
    return { code, severity: 'error', ids: [id], text };
  });
}
