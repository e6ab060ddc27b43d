/** All nodes one comes to from `starts`, themselves included, each with the start it was first found from. */
export function reach(starts: Iterable<number>, next: (node: number) => readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const start of starts) found.set(start, start);
  for (const [node, start] of found) for (const to of next(node)) if (!found.has(to)) found.set(to, start);
  return found;
}
