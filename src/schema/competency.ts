import { type CompetencyGraph, newCompetencyGraph } from '../competency/competencyGraph.ts';
import { pair } from './pair.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import { id, list, object, oneOf, optional, text } from './parts.ts';
import type { Result } from './result.ts';

/** Schema of `Competency`. */
export const competency = object({ id, title: optional(text), description: optional(text) });

/** Schema of `CompetencyRelation`. */
export const competencyRelation = object({
  type: oneOf(['partOf', 'equivalent', 'related']),
  from: id,
  to: id,
});

const shape = {
  competencies: list(competency),
  prerequisites: list(pair(id)),
  relations: optional(list(competencyRelation)),
};

/** Schema of `CompetencyGraph`: unknown ids and cycles are issues too. */
export const competencyGraph = object(shape).check((payload) => {
  const { competencies, prerequisites, relations } = payload.value;
  try {
    newCompetencyGraph(competencies, prerequisites, relations);
  } catch (error) {
    payload.issues.push({
      code: 'custom',
      path: [],
      input: payload.value,
      message: (error as Error).message.replace(/^\w+: /, ''),
    });
  }
});

/** How competency graphs are stored. */
export const competencyGraphKind: DocumentKind = { schema: 'tutelage/competency-graph', version: 1 };

/**
 * Checks a competency graph from outside.
 *
 * @param input a graph, or a document made by `toDocument('competencyGraph', graph)`
 * @returns the graph, or the issues; a cycle or an unknown id is one
 * @remarks Never throws.
 * @example
 * import { parseCompetencyGraph } from 'tutelage/schema';
 *
 * const result = parseCompetencyGraph({ competencies: [{ id: 'halves' }], prerequisites: [['halves', 'halves']] });
 * result.ok; // => false
 */
export function parseCompetencyGraph(input: unknown): Result<CompetencyGraph> {
  return parseDocument(competencyGraphKind, competencyGraph, input);
}
