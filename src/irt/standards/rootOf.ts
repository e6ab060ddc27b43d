const REACH = 300; // logits; within it every model is finite

/**
 * Where a function that rises with theta reaches `target`, by bisection to the last bits; null when it lies below or above
 * everywhere from -300 to 300 logits.
 */
export function rootOf(rising: (theta: number) => number, target: number): number | null {
  let [low, high] = [-REACH, REACH];
  if (!(rising(low) < target && rising(high) > target)) return null;
  for (let step = 0; step < 64; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
