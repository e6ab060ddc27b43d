/** Quadrature nodes for a standard normal variable and their weights, which sum to 1. */
export interface NormalGrid {
  readonly z: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Equally spaced nodes on [-bound, bound] weighted by the normalised standard normal density (the rectangle rule, which
 * converges faster than any power of the spacing for smooth integrands that vanish at the ends).
 */
export function normalGrid(nodes: number, bound: number): NormalGrid {
  const z = new Float64Array(nodes);
  const weight = new Float64Array(nodes);
  let total = 0;
  for (let q = 0; q < nodes; q++) {
    z[q] = -bound + (2 * bound * q) / (nodes - 1);
    weight[q] = Math.exp(-0.5 * z[q]! * z[q]!);
    total += weight[q]!;
  }
  for (let q = 0; q < nodes; q++) weight[q]! /= total;
  return { z, weight };
}
