/**
 * How much room each point of a front has: the sum over objectives of the distance between its neighbours on either side, relative to the
 * range; Infinity for the ends.
 *
 * Deb, Pratap, Agarwal & Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6, 182-197, section III B.
 *
 * @param points points of one front, m finite numbers each
 * @returns one distance per point, 0 or more
 * @example
 * import { crowdingDistance } from 'tutelage/genetic';
 *
 * crowdingDistance([[0, 4], [1, 2], [4, 0]])[1]; // => 2
 */
export function crowdingDistance(points: readonly (readonly number[])[]): Float64Array {
  const distance = new Float64Array(points.length);
  for (let m = 0; m < (points[0]?.length ?? 0); m++) {
    const order = [...points.keys()].sort((a, b) => points[a]![m]! - points[b]![m]! || a - b);
    const [first, last] = [order[0]!, order.at(-1)!];
    distance[first] = distance[last] = Infinity;
    const range = points[last]![m]! - points[first]![m]!;
    if (range === 0) continue;
    for (let k = 1; k < order.length - 1; k++) {
      distance[order[k]!]! += (points[order[k + 1]!]![m]! - points[order[k - 1]!]![m]!) / range;
    }
  }
  return distance;
}
