import { orderCrossover } from '../../genetic/crossover/orderCrossover.ts';
import { evolve } from '../../genetic/evolve.ts';
import { permutation } from '../../genetic/genome/permutation.ts';
import { swapMutation } from '../../genetic/mutation/swapMutation.ts';
import { roulette } from '../../genetic/selection/roulette.ts';
import { stagnation } from '../../genetic/stopping/stagnation.ts';
import { type OrderProblem, orderCost, type PlannedOrder } from '../planner.ts';

/** Settings of the genetic algorithm; the defaults are our choice. */
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

/** The settings with every default filled in. */
export function geneticSettings(options: GeneticOptions = {}): Required<GeneticOptions> {
  return {
    population: 50,
    generations: 200,
    without: 50,
    crossoverRate: 0.9,
    mutationRate: 0.1,
    elite: 1,
    ...options,
  };
}

/** Evolves permutations, where nothing is said by the defaults of the operators; `decode` turns one into an order, and may return the same array each time. */
export function geneticOrder(
  problem: OrderProblem,
  { generations, without, crossoverRate, mutationRate, population, elite }: GeneticOptions = {},
  seed: number,
  decode: (genes: Int32Array) => Int32Array,
): Pick<PlannedOrder, 'order' | 'cost' | 'evaluations'> {
  const { best, fitness, evaluations } = evolve({
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
  return { order: decode(best).slice(), cost: -fitness, evaluations };
}
