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

/** Throws unless `value` is an array. */
export function checkList(where: string, name: string, value: unknown): void {
  check(Array.isArray(value), where, name, value, 'an array');
}
