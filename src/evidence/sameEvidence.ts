import type { Evidence } from './evidence.ts';

/** Whether two entries have the same content, whatever the order of their keys. */
export function sameEvidence(left: Evidence, right: Evidence): boolean {
  return left === right || canonical(left) === canonical(right);
}

function canonical(entry: Evidence): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );
}
