/** The product of two polynomials as lists of coefficients, lowest power first: the distribution of a sum of two scores. */
export function times(left: Float64Array, right: Float64Array): Float64Array {
  const product = new Float64Array(left.length + right.length - 1);
  for (let k = 0; k < right.length; k++) {
    const share = right[k]!;
    for (let s = 0; s < left.length; s++) product[s + k]! += left[s]! * share;
  }
  return product;
}

/**
 * Calls `visit(k, product)` for each k in [from, to) with `start` times all polynomials of that range but k: halves the range and hands each
 * half the product of the other. No subtraction or division, so no digits are lost. O(n log n) products for all n.
 */
export function leaveOut(
  polynomials: readonly Float64Array[],
  start: Float64Array,
  from: number,
  to: number,
  visit: (k: number, product: Float64Array) => void,
): void {
  if (to - from < 2) {
    if (to > from) visit(from, start);
    return;
  }
  const middle = (from + to) >> 1;
  leaveOut(polynomials, polynomials.slice(middle, to).reduce(times, start), from, middle, visit);
  leaveOut(polynomials, polynomials.slice(from, middle).reduce(times, start), middle, to, visit);
}
