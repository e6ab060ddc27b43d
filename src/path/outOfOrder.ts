/** A unit and one that has to come before it but stands after it; null when there is none. `order` lists every unit once. */
export function outOfOrder(
  before: readonly (readonly number[])[],
  order: ArrayLike<number>,
): { readonly unit: number; readonly requires: number } | null {
  const position = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) position[order[k]!] = k;
  for (const [unit, list] of before.entries()) {
    const requires = list.find((earlier) => position[earlier]! > position[unit]!);
    if (requires !== undefined) return { unit, requires };
  }
  return null;
}
