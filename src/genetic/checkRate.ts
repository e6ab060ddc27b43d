/** Throws unless `rate` is a probability. */
export function checkRate(where: string, rate: number): void {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`${where}: rate must lie in [0, 1], got ${rate}`);
}
