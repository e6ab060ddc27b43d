/** Throws unless `seed` is an unsigned 32-bit integer. */
export function checkSeed(where: string, seed: number): void {
  if (typeof seed !== 'number') {
    throw new TypeError(`${where}: seed must be a number, got ${typeof seed}; pass an integer from 0 to 4294967295`);
  }
  if (seed >>> 0 !== seed) {
    throw new RangeError(`${where}: seed must be an integer from 0 to 4294967295, got ${seed}`);
  }
}
