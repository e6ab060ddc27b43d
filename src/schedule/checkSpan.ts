import { DAY } from '../math/zonedTime.ts';

const longestSpan = 3660 * DAY;

/** Throws unless `from` and `until` are instants in this order and not too far apart. */
export function checkSpan(where: string, from: number, until: number): void {
  const latest = Date.UTC(9999, 0, 1);
  for (const [name, instant] of Object.entries({ from, until })) {
    if (typeof instant !== 'number') throw new TypeError(`${where}: ${name} must be epoch ms, got ${typeof instant}`);
    if (!(instant >= 0 && instant <= latest)) {
      throw new RangeError(`${where}: ${name} must be epoch ms between the years 1970 and 9999, got ${instant}`);
    }
  }
  if (until <= from) throw new RangeError(`${where}: until must come after from, got ${until} after ${from}`);
  if (until - from > longestSpan) {
    throw new RangeError(`${where}: until must be at most 3660 days after from, got ${(until - from) / DAY} days`);
  }
}
