/**
 * The probability of every sum score at each theta, from the category curves of the items (categories x theta, per item).
 *
 * Recursion over items: Lord, F. M. & Wingersky, M. S. (1984), Applied Psychological Measurement 8, 453-461; for more than two categories
 * Thissen, Pommerich, Billeaud & Williams (1995). All terms are positive, so nothing cancels. O(items x scores x categories x theta).
 *
 * @returns one array per score from 0 to the sum of the highest categories
 */
export function scoreDistribution(curves: readonly (readonly Float64Array[])[]): Float64Array[] {
  const nodes = curves[0]?.[0]?.length ?? 1;
  let scores = [new Float64Array(nodes).fill(1)];
  for (const item of curves) {
    const next = Array.from({ length: scores.length + item.length - 1 }, () => new Float64Array(nodes));
    for (const [score, before] of scores.entries()) {
      for (const [answer, curve] of item.entries()) {
        const sum = next[score + answer]!;
        for (let q = 0; q < nodes; q++) sum[q]! += before[q]! * curve[q]!;
      }
    }
    scores = next;
  }
  return scores;
}
