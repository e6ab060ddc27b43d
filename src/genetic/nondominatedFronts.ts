/**
 * Sorts points into fronts: the first holds those that no other point dominates, the second those that only the first dominates, and so
 * on. A point dominates another when it is at least as good in everything and better in something; higher is better.
 *
 * Deb, Pratap, Agarwal & Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6, 182-197, section III A. O(m n^2).
 *
 * @param points n points of m finite numbers each
 * @returns places in `points`, front by front, ascending within each
 * @example
 * import { nondominatedFronts } from 'tutelage/genetic';
 *
 * nondominatedFronts([[1, 3], [2, 2], [1, 1], [0, 3]]); // => [[0, 1], [2, 3]]
 */
export function nondominatedFronts(points: readonly (readonly number[])[]): number[][] {
  const size = points.length;
  const dominated = points.map(() => [] as number[]);
  const count = new Int32Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const sign = comparison(points[a]!, points[b]!);
      if (sign === 0) continue;
      const [better, worse] = sign > 0 ? [a, b] : [b, a];
      dominated[better]!.push(worse);
      count[worse]!++;
    }
  }
  const fronts: number[][] = [];
  let front = [...count.keys()].filter((k) => count[k] === 0);
  while (front.length > 0) {
    fronts.push(front);
    front = front.flatMap((k) => dominated[k]!.filter((worse) => --count[worse]! === 0)).sort((a, b) => a - b);
  }
  return fronts;
}

/** 1 when the first dominates, -1 when the second does, 0 otherwise. */
function comparison(first: readonly number[], second: readonly number[]): number {
  let sign = 0;
  for (let k = 0; k < first.length; k++) {
    const change = Math.sign(first[k]! - second[k]!);
    if (change * sign < 0) return 0;
    sign ||= change;
  }
  return sign;
}
