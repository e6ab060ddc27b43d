import type { Evidence } from '../evidence/evidence.ts';
import { type LogPlace, logOrder } from '../evidence/logOrder.ts';
import { sameEvidence } from '../evidence/sameEvidence.ts';

/** Whether an entry that comes in now belongs after a place in the log; undated evidence is kept in the order it came. */
export function isAfter(entry: LogPlace, place: LogPlace): boolean {
  const order = logOrder(entry, place);
  return order > 0 || (order === 0 && entry.at === null);
}

/** The entries of a log after a place. O(log n) to find it, O(undated) among undated evidence. */
export function entriesAfter(entries: readonly Evidence[], place: LogPlace): readonly Evidence[] {
  return entries.slice(place.at === null ? undatedPlace(entries, place.id) + 1 : upperBound(entries, place));
}

/**
 * Whether the log holds this very entry.
 *
 * @throws RangeError when its id stands for something else at that time
 */
export function isKnown(entries: readonly Evidence[], entry: Evidence): boolean {
  const at = entry.at === null ? undatedPlace(entries, entry.id) : upperBound(entries, entry) - 1;
  const found = entries[at];
  if (found?.id !== entry.id || found.at !== entry.at) return false;
  if (sameEvidence(found, entry)) return true;
  throw new RangeError(
    `recordEvidence: id "${entry.id}" stands for two different pieces of evidence; give each its own id`,
  );
}

function undatedPlace(entries: readonly Evidence[], id: string): number {
  for (let k = 0; k < entries.length && entries[k]!.at === null; k++) if (entries[k]!.id === id) return k;
  return -1;
}

/** How many entries lie before or at a dated place. */
function upperBound(entries: readonly Evidence[], place: LogPlace): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (logOrder(entries[middle]!, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
