import { middleCrossover } from '../genetic/crossover/middleCrossover.ts';
import { linearExtension } from '../genetic/genome/linearExtension.ts';
import { startingWith } from '../genetic/genome/startingWith.ts';
import { precedenceMutation } from '../genetic/mutation/precedenceMutation.ts';
import { nondominatedFronts } from '../genetic/nondominatedFronts.ts';
import { nsga2 } from '../genetic/nsga2.ts';
import { checkWhole } from '../math/check.ts';
import type { PathProblem } from './pathProblem.ts';
import type { PlannedPath } from './plannedPath.ts';
import { orderCost } from './planner.ts';
import { bestOrder } from './planners/best.ts';
import { pathOf } from './planPath.ts';
import { meanValue, preparePath } from './preparePath.ts';

/** Options of {@link paretoPaths}; the defaults are our choice. */
export interface ParetoOptions {
  /** Orders kept, 2 or more; 60 when absent. */
  readonly population?: number;
  /** 0 or more; 200 when absent. */
  readonly generations?: number;
  /** Most paths to return, 1 or more; 12 when absent. Both ends of the front and its cheapest path come first. */
  readonly most?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/**
 * Paths that trade one objective for another: none of them is better than another in everything.
 *
 * The units are chosen as by `planPath`; NSGA-II (Deb et al. 2002) then looks for orders, with operators that keep every prerequisite,
 * starting from the best weighted order among others. All objectives of the problem count, those of weight 0 too.
 *
 * @param problem as for `planPath`; weights only decide each path's `cost`
 * @param options sizes and seed
 * @returns paths by descending value of the first objective; a single one where there is nothing to trade
 * @throws TypeError or RangeError as `planPath`; for locked positions or deadlines, which it does not keep
 * @remarks Same seed, same paths. They are the best trade-offs found; nothing proves that there are no better ones.
 * @example
 * import { paretoPaths } from 'tutelage/path';
 *
 * const units = [
 *   { id: 'a', text: 'x y', difficulty: 0 }, { id: 'b', text: 'z', difficulty: 1 }, { id: 'c', text: 'x y', difficulty: 2 },
 * ];
 * const paths = paretoPaths({ units });
 * paths.map(({ order, terms }) => [order.join(''), terms.difficultyFit]); // => [['acb', 0.75], ['abc', 1]]
 */
export function paretoPaths(problem: PathProblem, options: ParetoOptions = {}): PlannedPath[] {
  const { population = 60, generations = 200, most = 12, seed = 0 } = options;
  checkWhole('paretoPaths', 'most', most, 1);
  const prepared = preparePath('paretoPaths', problem);
  const { objectives, problem: order } = prepared;
  if (order.locked || order.latest) {
    throw new RangeError(
      'paretoPaths: locked positions and deadlines are not kept here; plan without them, or by planPath',
    );
  }
  const weighted = bestOrder(order, seed, 2000 * (order.size + 1))!.order;
  const { front, evaluations } = nsga2({
    genome: startingWith([weighted], linearExtension(order.before)),
    objectives: (genes) => objectives.map((objective) => meanValue(objective, genes)),
    cross: middleCrossover({ rate: 0.9 }),
    mutate: precedenceMutation(order.before, { rate: 0.5 }),
    population,
    generations,
    seed,
  });
  // crowding can cost the front its best weighted order
  const all = [...front, { genes: weighted, values: objectives.map((objective) => meanValue(objective, weighted)) }];
  const points = nondominatedFronts(all.map(({ values }) => values))[0]!
    .map((k) => ({ ...all[k]!, cost: orderCost(order, all[k]!.genes) }))
    .filter(({ values }, k, list) => list.findIndex((other) => other.values.join() === values.join()) === k)
    .sort((a, b) => b.values[0]! - a.values[0]!);
  const shown = spread(points, most);
  return shown.map(({ genes, cost }) => {
    const planned = { order: genes, cost, proof: 'heuristic' as const, evaluations };
    return pathOf(problem, prepared, planned, 'nsga2', seed);
  });
}

/** Both ends, the cheapest, and others evenly between them. */
function spread<T extends { readonly cost: number }>(points: readonly T[], most: number): T[] {
  if (points.length <= most) return [...points];
  const cheapest = points.reduce((found, { cost }, k) => (cost < points[found]!.cost ? k : found), 0);
  const step = (points.length - 1) / Math.max(1, most - 1);
  const places = Array.from({ length: most }, (_, k) => Math.round(k * step));
  const nearest = places.reduce(
    (found, place, k) => (Math.abs(place - cheapest) < Math.abs(places[found]! - cheapest) ? k : found),
    0,
  );
  const inside = most > 2 ? Math.min(most - 2, Math.max(1, nearest)) : 0;
  if (!places.includes(cheapest) && (most > 2 || most === 1)) places[inside] = cheapest;
  return places.map((place) => points[place]!);
}
