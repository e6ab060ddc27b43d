import { orderCrossover } from '../../genetic/crossover/orderCrossover.ts';
import { evolve } from '../../genetic/evolve.ts';
import { swapMutation } from '../../genetic/mutation/swapMutation.ts';
import { permutation } from '../../genetic/permutation.ts';
import { roulette } from '../../genetic/selection/roulette.ts';
import { stagnation } from '../../genetic/stopping/stagnation.ts';
import { type OrderProblem, orderCost, type Planner } from '../planner.ts';

/** Options of {@link genetic}. */
export interface GeneticOptions {
  /** Individuals; 50 when absent. */
  readonly population?: number;
  /** Most generations; 200 when absent. */
  readonly generations?: number;
  /** Generations without a gain after which it stops; 50 when absent. */
  readonly without?: number;
  /** Probability of crossover; 0.9 when absent. */
  readonly crossoverRate?: number;
  /** Probability of mutation per individual; 0.1 when absent. */
  readonly mutationRate?: number;
  /** Best individuals kept; 1 when absent. */
  readonly elite?: number;
}

/**
 * Orders units by the genetic algorithm of Chen (2008) in our reading: permutations, roulette selection, order crossover,
 * swap mutation, elitism. All rates and sizes are our choice; the paper's were not available to us.
 *
 * A permutation is read as a list of priorities: of the units whose prerequisites are placed, the first in the list comes
 * next. Without prerequisites the list is the order itself, and every reading keeps every prerequisite.
 *
 * @throws RangeError for options out of range, when it plans
 * @remarks Finds good orders, not best ones: on 30 units and more `localSearch` is usually better in less time.
 * @example
 * import { genetic } from 'tutelage/path';
 *
 * genetic({ generations: 500 }).name; // => 'genetic'
 */
export function genetic(options: GeneticOptions = {}): Planner {
  const {
    population = 50,
    generations = 200,
    without = 50,
    crossoverRate = 0.9,
    mutationRate = 0.1,
    elite = 1,
  } = options;
  return {
    name: 'genetic',
    options: { population, generations, without, crossoverRate, mutationRate, elite },
    plan(problem, seed) {
      const decode = decoder(problem);
      const { best, evaluations } = evolve({
        genome: permutation(problem.size),
        fitness: (genes) => -orderCost(problem, decode(genes)),
        select: roulette(),
        cross: orderCrossover({ rate: crossoverRate }),
        mutate: swapMutation({ rate: mutationRate }),
        stop: stagnation({ generations, without }),
        population,
        elite,
        seed,
      });
      const order = decode(best).slice();
      return { order, cost: orderCost(problem, order), proof: 'heuristic', evaluations };
    },
  };
}

/** From priorities to an order that keeps the prerequisites; the array it returns is used again by the next call. */
function decoder({ size, before }: OrderProblem): (genes: Int32Array) => Int32Array {
  if (before.every((list) => list.length === 0)) return (genes) => genes;
  const order = new Int32Array(size);
  const waiting = new Int32Array(size);
  const placed = new Uint8Array(size);
  const after = Array.from({ length: size }, () => [] as number[]);
  for (const [unit, list] of before.entries()) for (const earlier of list) after[earlier]!.push(unit);
  return (genes) => {
    for (let unit = 0; unit < size; unit++) waiting[unit] = before[unit]!.length;
    placed.fill(0);
    let first = 0;
    for (let k = 0; k < size; k++) {
      while (placed[genes[first]!]) first++;
      let at = first;
      while (placed[genes[at]!] || waiting[genes[at]!]! > 0) at++;
      const unit = genes[at]!;
      order[k] = unit;
      placed[unit] = 1;
      for (const next of after[unit]!) waiting[next]!--;
    }
    return order;
  };
}
