/** Learners dealt in turns that change direction; those without a mean last, in the direction of the last turn. */
export function mixedGroups(means: readonly (number | null)[], size: number): number[][] {
  const known = [...means.keys()].filter((k) => means[k] !== null).sort((left, right) => means[right]! - means[left]!);
  const order = [...known, ...[...means.keys()].filter((k) => means[k] === null)];
  const groups: number[][] = Array.from({ length: Math.ceil(order.length / size) }, () => []);
  const lastTurn = Math.max(0, Math.ceil(known.length / groups.length) - 1);
  for (const [place, k] of order.entries()) {
    const turn = Math.min(Math.floor(place / groups.length), lastTurn);
    const at = place % groups.length;
    groups[turn % 2 === 0 ? at : groups.length - 1 - at]!.push(k);
  }
  return groups;
}
