import type { Evidence } from './evidence.ts';

/** A place in the order of a log. */
export type LogPlace = Pick<Evidence, 'at' | 'id'>;

/** The order of a log: undated first and in the order given (sorting is stable), then by time, then by id. */
export function logOrder(left: LogPlace, right: LogPlace): number {
  if (left.at === null || right.at === null) return Number(left.at !== null) - Number(right.at !== null);
  return left.at - right.at || (left.id < right.id ? -1 : Number(left.id > right.id));
}
