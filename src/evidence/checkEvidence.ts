import { checkWhole } from '../math/check.ts';
import type { Evidence } from './evidence.ts';

/** Throws unless `entry` is evidence whose numbers make sense; `where` opens the message. */
export function checkEvidence(where: string, entry: Evidence): void {
  if (entry === null || typeof entry !== 'object') throw new TypeError(`${where}: must be an object, got ${entry}`);
  const { id, learnerId, at, competencies, score } = entry;
  for (const [name, value] of Object.entries({ id, learnerId })) {
    if (typeof value !== 'string' || value === '') {
      throw new TypeError(`${where}: ${name} must be a non-empty string, got ${shown(value)}`);
    }
  }
  if (at !== null && !Number.isFinite(at)) {
    throw new RangeError(`${where}: at must be epoch milliseconds or null, got ${shown(at)}`);
  }
  if (score !== null && !(score >= 0 && score <= 1)) {
    throw new RangeError(
      `${where}: score must lie in [0, 1] or be null (not graded), got ${shown(score)}; divide points by the maximum`,
    );
  }
  if (entry.category !== undefined) checkWhole(where, 'category', entry.category, 0);
  if (!Array.isArray(competencies)) throw new TypeError(`${where}: competencies must be an array of { id, weight? }`);
  for (const competency of competencies) {
    if (typeof competency?.id !== 'string' || competency.id === '') {
      throw new TypeError(`${where}: every competency needs a non-empty id, got ${shown(competency)}`);
    }
    const weight = competency.weight ?? 1;
    if (!(weight > 0 && weight <= 1)) {
      throw new RangeError(`${where}: weight of "${competency.id}" must lie in (0, 1], got ${shown(weight)}`);
    }
  }
  if (competencies.length > 1 && new Set(competencies.map((competency) => competency.id)).size < competencies.length) {
    throw new RangeError(`${where}: a competency is listed twice, got ${shown(competencies)}; add their weights`);
  }
  if (entry.confidence !== undefined && !(entry.confidence >= 0 && entry.confidence <= 1)) {
    throw new RangeError(`${where}: confidence must lie in [0, 1], got ${shown(entry.confidence)}`);
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
