/** Throws unless `fine`: a RangeError for a number, a TypeError for anything else. */
export function check(fine: boolean, where: string, name: string, value: unknown, wanted: string): void {
  if (fine) return;
  const Kind = typeof value === 'number' ? RangeError : TypeError;
  throw new Kind(`${where}: ${name} must be ${wanted}, got ${typeof value === 'string' ? `"${value}"` : value}`);
}

/** Throws unless `value` is a whole number from `least` to `most`. */
export function checkWhole(where: string, name: string, value: number, least: number, most = Infinity): void {
  const range = most < Infinity ? `from ${least} to ${most}` : `of at least ${least}`;
  check(Number.isInteger(value) && value >= least && value <= most, where, name, value, `a whole number ${range}`);
}

/** Throws unless `value` lies in [0, 1]. */
export function checkShare(where: string, name: string, value: number): void {
  check(Number.isFinite(value) && value >= 0 && value <= 1, where, name, value, 'a number in [0, 1]');
}

/** Throws unless `value` is finite and above `floor`; `unit` ends the message, such as ' of minutes'. */
export function checkAbove(where: string, name: string, value: number, floor: number, unit = ''): void {
  const range = floor > -Infinity ? ` above ${floor}` : '';
  check(Number.isFinite(value) && value > floor, where, name, value, `a finite number${unit}${range}`);
}

/** Throws unless there are as many values as there are things they belong to: "3 groups for 4 persons". */
export function checkOneEach(where: string, what: string, given: number, owners: string, count: number): void {
  if (given !== count) throw new RangeError(`${where}: ${given} ${what} for ${count} ${owners}; give one for each`);
}

/** Throws when an id is in the list twice. */
export function checkOnce(where: string, what: string, ids: readonly string[]): void {
  if (new Set(ids).size === ids.length) return;
  const twice = ids.find((id, k) => ids.indexOf(id) < k);
  throw new RangeError(`${where}: ${what} "${twice}" is listed twice; give each id once`);
}

/** Throws unless `value` is an array. */
export function checkList(where: string, name: string, value: unknown): void {
  check(Array.isArray(value), where, name, value, 'an array');
}
