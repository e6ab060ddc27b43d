const MOST = 1000; // beyond any use, and within it no sum of log-probabilities overflows (our choice)

/** What is wrong with a difficulty; null when nothing is. */
export function difficultyComplaint(b: number): string | null {
  return typeof b === 'number' && Math.abs(b) <= MOST
    ? null
    : `b must be a number from -${MOST} to ${MOST} logits, got ${b}`;
}

/** What is wrong with a discrimination; null when nothing is. */
export function discriminationComplaint(a: number): string | null {
  return typeof a === 'number' && a > 0 && a <= MOST ? null : `a must be above 0 and at most ${MOST}, got ${a}`;
}

/** What is wrong with a list of difficulties, slopes or intercepts, `name` in the item; null when nothing is. */
export function listComplaint(name: string, values: readonly number[], least = 1): string | null {
  const isFine =
    Array.isArray(values) &&
    values.length >= least &&
    values.length <= 127 + least - 1 &&
    values.every((value) => typeof value === 'number' && Math.abs(value) <= MOST);
  return isFine
    ? null
    : `${name} must be a list of at least ${least} numbers from -${MOST} to ${MOST}, got ${JSON.stringify(values)}`;
}

/** What is wrong with an asymptote: c has to lie in [low, high), d in (low, high]; null when nothing is. */
export function asymptoteComplaint(name: 'c' | 'd', value: number, low: number, high: number): string | null {
  const isIn = name === 'c' ? value >= low && value < high : value > low && value <= high;
  const range = name === 'c' ? 'in [0, 1)' : `above c = ${low} and at most 1`;
  return typeof value === 'number' && isIn ? null : `${name} must be a number ${range}, got ${value}`;
}
