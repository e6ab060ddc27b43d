import type { Path } from '../path/path.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import {
  count,
  id,
  ids,
  list,
  number,
  numberOrNull,
  object,
  oneOf,
  optional,
  share,
  shareOrNull,
  sizeOrNull,
  text,
  texts,
} from './parts.ts';
import type { Result } from './result.ts';

const proof = /* @__PURE__ */ oneOf(['optimal', 'heuristic']);

/** Schema of `Path`. */
export const path = object({
  order: ids,
  cost: number,
  terms: object({ continuity: number, difficultyFit: number }),
  weight: share,
  steps: list(
    object({
      unitId: id,
      minutes: sizeOrNull,
      difficulty: numberOrNull,
      continuity: shareOrNull,
      difficultyFit: shareOrNull,
    }),
  ),
  explain: texts,
  proof,
  lowerBound: optional(number),
  gap: optional(number),
  objectives: optional(list(object({ name: text, weight: share, value: share }))),
  selectionProof: optional(proof),
  minutes: optional(sizeOrNull),
  reached: optional(ids),
  missed: optional(ids),
  planner: text,
  evaluations: count,
  seed: count,
  leftOut: list(
    object({
      unitId: id,
      reason: oneOf(['mastered', 'noGoal', 'answeredRight', 'notAsked', 'notChosen', 'budget', 'infeasible']),
      budget: optional(number),
      text: optional(text),
    }),
  ),
});

/** How paths are stored. */
export const pathKind: DocumentKind = { schema: 'tutelage/path', version: 1 };

/**
 * Checks what `planPath` or `chen2008` once returned.
 *
 * @param input a path, or a document made by `toDocument('path', path)`
 * @returns the path, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { planPath } from 'tutelage/path';
 * import { parsePath, toDocument } from 'tutelage/schema';
 *
 * const path = planPath({ units: [{ id: 'halves' }, { id: 'fractions' }] });
 * parsePath(JSON.parse(JSON.stringify(toDocument('path', path)))).ok; // => true
 */
export function parsePath(input: unknown): Result<Path> {
  return parseDocument(pathKind, path, input);
}
