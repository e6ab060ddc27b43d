import { checkWhole } from '../../math/check.ts';
import { below, stream } from '../../random/stream.ts';
import { lowerBound } from '../lowerBound.ts';
import { type OrderProblem, orderCost, type PlannedOrder, type Planner } from '../planner.ts';
import { precedenceIndex } from '../precedenceIndex.ts';
import { anneal, type Priced } from './anneal.ts';
import { arcCrossover } from './arcCrossover.ts';
import { completionBound } from './completionBound.ts';
import { constrainedOrder, keepsConstraints } from './constrainedOrder.ts';
import { greedyOrder } from './greedyOrder.ts';
import { guardedSearch } from './guardedSearch.ts';
import { segmentSearch } from './segmentSearch.ts';

/** Options of {@link memetic}; the defaults are our choice. */
export interface MemeticOptions {
  /** Most changes of an order to try, 1 or more; 100,000 per unit when absent. */
  readonly evaluations?: number;
  /** Orders kept, 1 or more; 6 when absent. */
  readonly population?: number;
  /** Children bred from them, 0 or more; 6 when absent. */
  readonly children?: number;
}

const WORK = 1e8; // most links looked at for a lower bound
const FOUNDING = 0.5; // share of the budget spent on the first population
const FINE = 2 ** -40;
const FINEST = 2 ** -900;
const SAME = 1e-11; // relative: costs closer than this are equal

/**
 * Orders units by a memetic algorithm: a few orders, each improved by an annealed local search, then children of two of them,
 * improved in the same way and kept instead of the worst when better.
 *
 * Moscato (1989), On evolution, search, optimization, genetic algorithms and martial arts; local search as in Gambardella &
 * Dorigo (2000); crossover, annealing and their settings are our choice, with measurements in docs/benchmarks/path.md.
 *
 * @param options budget, counted in changes tried, and sizes
 * @throws RangeError for an option that is no whole number in its range
 * @remarks Same seed and options, same order. It ends early when the order costs no more than the lower bound, or when
 * the prerequisites allow only one order, which proves it. Locked positions and deadlines are kept; where a first order that keeps
 * them is not found, it gives up.
 * @example
 * import { memetic, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'c', difficulty: 2 }, { id: 'a', difficulty: 0 }, { id: 'b', difficulty: 1 }];
 * planPath({ units, weight: 1 }, { by: memetic({ evaluations: 1000 }) }).order; // => ['a', 'b', 'c']
 */
export function memetic(options: MemeticOptions = {}): Planner {
  const { evaluations, population = 6, children = 6 } = options;
  if (evaluations !== undefined) checkWhole('memetic', 'evaluations', evaluations, 1);
  checkWhole('memetic', 'population', population, 1);
  checkWhole('memetic', 'children', children, 0);
  return {
    name: 'memetic',
    options: { ...(evaluations === undefined ? {} : { evaluations }), population, children },
    plan(problem, seed) {
      return memeticOrder(problem, memeticSettings(problem.size, options), seed);
    },
  };
}

/** Options with the defaults filled in. */
export function memeticSettings(size: number, options: MemeticOptions = {}): Required<MemeticOptions> {
  return { evaluations: 100_000 * Math.max(1, size), population: 6, children: 6, ...options };
}

/** The same with every option given; `floor` is a lower bound already known. */
export function memeticOrder(
  given: OrderProblem,
  { evaluations, population, children }: Required<MemeticOptions>,
  seed: number,
  floor?: number,
): PlannedOrder | null {
  const problem = { ...given, ...onGrid(given) };
  const { size, placement, locked, latest } = problem;
  const index = precedenceIndex(problem.before);
  const constrained = locked !== undefined || latest !== undefined;
  const first = constrained ? constrainedOrder(problem, index) : greedyOrder(problem);
  if (!first) return null;
  let bound = placement ? -Number.MAX_VALUE : lowerBound(given);
  const planned = (order: Int32Array, proved: boolean, tried: number): PlannedOrder => ({
    order,
    cost: orderCost(given, order),
    proof: proved ? 'optimal' : 'heuristic',
    evaluations: tried,
    lowerBound: proved ? orderCost(given, order) : bound,
  });
  if (first.every((unit, k) => k === 0 || index.comesBefore(first[k - 1]!, unit))) return planned(first, true, 1);
  let goal = bound + SAME * Math.abs(bound);
  const from = stream(seed);
  const search = (constrained || placement ? guardedSearch : segmentSearch)(problem, index, evaluations);
  const share = children > 0 ? FOUNDING : 1;
  const orders: Priced[] = [];
  let best: Priced = { order: first, cost: Infinity };
  const grow = (start: Int32Array, limit: number): Priced => {
    const grown = anneal(problem, search, start, limit, goal, from);
    if (grown.cost < best.cost) best = grown;
    return grown;
  };
  const unfinished = () => best.cost > goal && search.tried() < evaluations;
  for (let k = 0; k < population && unfinished(); k++) {
    search.hold(first);
    if (k > 0) for (let made = 0; made < size; made++) search.shake(from, below(from, size));
    orders.push(grow(search.order.slice(), (share * evaluations) / population));
    if (k > 0 || !unfinished()) continue;
    bound = Math.max(
      bound,
      floor ?? -Infinity,
      completionBound(problem, index, best.cost, Math.min(WORK, evaluations))?.bound ?? -Infinity,
    );
    goal = bound + SAME * Math.abs(bound);
  }
  for (let k = 0; k < children && population > 1 && unfinished(); k++) {
    const mother = below(from, population);
    const father = (mother + 1 + below(from, population - 1)) % population;
    const child = arcCrossover(problem, orders[mother]!.order, orders[father]!.order, from);
    const start = keepsConstraints(problem, child) ? child : orders[mother]!.order;
    const grown = grow(start, ((1 - share) * evaluations) / children);
    const worst = orders.reduce((found, { cost }, at) => (cost > orders[found]!.cost ? at : found), 0);
    if (grown.cost < orders[worst]!.cost && orders.every(({ cost }) => cost !== grown.cost)) orders[worst] = grown;
  }
  return planned(best.order, best.cost <= goal, search.tried());
}

/**
 * The prices, rounded to 2^-40 of the largest: sums of them have no rounding error, so that equal costs are equal, and an engine whose
 * logarithm differs in the last bit makes the same decisions.
 */
function onGrid({ cost, placement }: OrderProblem): Pick<OrderProblem, 'cost' | 'placement'> {
  let largest = 0;
  for (const table of [cost, placement ?? []]) for (const price of table) largest = Math.max(largest, Math.abs(price));
  let step = 1;
  while (step < largest) step *= 2;
  while (step / 2 > largest && step > FINEST) step /= 2;
  step *= FINE;
  const rounded = (table: Float64Array) => table.map((price) => Math.round(price / step) * step);
  return { cost: rounded(cost), ...(placement && { placement: rounded(placement) }) };
}
