import type { Feasibility } from '../environment/feasibleActivities.ts';
import { activity } from './activity.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import { id, list, object, text } from './parts.ts';
import type { Result } from './result.ts';

const reasons = list(object({ reason: text, text }));

/** Schema of `Feasibility`. */
export const feasibility = object({
  ok: list(activity),
  rejected: list(object({ id, reason: text, reasons })),
  unchecked: list(object({ id, reasons })),
});

/** How feasibility is stored. */
export const feasibilityKind: DocumentKind = { schema: 'tutelage/feasibility', version: 1 };

/**
 * Checks what `feasibleActivities` once returned.
 *
 * @param input the result, or a document made by `toDocument('feasibility', result)`
 * @returns the result, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { parseFeasibility } from 'tutelage/schema';
 *
 * parseFeasibility({ ok: [], rejected: [], unchecked: [] }).ok; // => true
 */
export function parseFeasibility(input: unknown): Result<Feasibility> {
  return parseDocument(feasibilityKind, feasibility, input);
}
