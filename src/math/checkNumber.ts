/** Throws unless `value` is a whole number from `least` to `most`. */
export function checkWhole(where: string, name: string, value: number, least: number, most = Infinity): void {
  const range = most < Infinity ? `from ${least} to ${most}` : `of at least ${least}`;
  check(Number.isInteger(value) && value >= least && value <= most, where, name, value, `a whole number ${range}`);
}

/** Throws unless `value` lies in [0, 1]. */
export function checkShare(where: string, name: string, value: number): void {
  check(value >= 0 && value <= 1, where, name, value, 'a number in [0, 1]');
}

/** Throws unless `value` is finite and above `floor`; `unit` ends the message, such as ' of minutes'. */
export function checkAbove(where: string, name: string, value: number, floor: number, unit = ''): void {
  const range = floor > -Infinity ? ` above ${floor}` : '';
  check(Number.isFinite(value) && value > floor, where, name, value, `a finite number${unit}${range}`);
}

function check(fine: boolean, where: string, name: string, value: unknown, wanted: string): void {
  const isNumber = typeof value === 'number';
  if (fine && isNumber) return;
  const got = isNumber ? value : `${typeof value} ${value}`;
  throw new (isNumber ? RangeError : TypeError)(`${where}: ${name} must be ${wanted}, got ${got}`);
}
