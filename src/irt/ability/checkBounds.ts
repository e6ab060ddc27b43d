const WIDEST = 1000; // logits, as for populations

/** Throws unless `bounds` are two abilities in ascending order. */
export function checkBounds(where: string, bounds: readonly [number, number]): void {
  if (Array.isArray(bounds) && bounds.length === 2 && bounds[0] < bounds[1] && bounds.every(isAbility)) return;
  throw new RangeError(
    `${where}: bounds must be [lower, upper] in ascending order, neither beyond ${WIDEST} logits, got ${JSON.stringify(bounds)}`,
  );
}

const isAbility = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= WIDEST;
