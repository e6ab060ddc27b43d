/** The first place whose running total is above the target: where a wheel stops. */
export function spin(wheel: Float64Array, count: number, target: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wheel[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
