// The plain genetic algorithm beside the packages of npm that can run it: the same operators, population and fitness.
import {
  BasePhenomeStrategy,
  DescendingSortingStrategy,
  GeneticSearch,
  type GeneticSearchStrategyConfig,
  type PhenomeStrategyConfig,
  SimplePhenomeCache,
  TournamentSelectionStrategy,
} from 'genetic-search';
import geneticAlgorithm from 'geneticalgorithm';
import { evolve, generationLimit, orderCrossover, permutation, roulette, swapMutation } from 'tutelage/genetic';
import { stream, uniform } from '../../src/random/stream.ts';

const UNITS = 34;
const POPULATION = 50;
const from = stream(1);
const cost = Float64Array.from({ length: UNITS * UNITS }, () => uniform(from));
const scratch = new Int32Array(8 * UNITS);
const crossover = orderCrossover({ rate: 1 });
const mutation = swapMutation({ rate: 0.1 });

/** How many orders were priced, and how long it took. */
export interface Throughput {
  readonly evaluations: number;
  readonly ms: number;
}

function price(order: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 1; k < UNITS; k++) sum += cost[order[k - 1]! * UNITS + order[k]!]!;
  return -sum;
}

const crossed = (a: number[], b: number[]): number[] => {
  const child = new Array<number>(UNITS);
  // the operators only read and write places, which an array has too; JSON, which a rival copies by, does not know typed arrays
  crossover.cross(a as never, b as never, child as never, scratch, from);
  return child;
};
const mutated = (order: number[]): number[] => {
  mutation.mutate(order as never, from);
  return order;
};
const random = (): number[] => {
  const order = new Int32Array(UNITS);
  permutation(UNITS).create(order, from, 0);
  return [...order];
};

export function ours(generations: number): Throughput {
  const begun = performance.now();
  const { evaluations } = evolve({
    ...{ genome: permutation(UNITS), fitness: price, select: roulette() },
    ...{ cross: orderCrossover({ rate: 0.9 }), mutate: mutation, stop: generationLimit(generations) },
    ...{ population: POPULATION, elite: 1, seed: 1 },
  });
  return { evaluations, ms: performance.now() - begun };
}

/** geneticalgorithm 1.0.2: pairs compete; half the winners are mutated, half crossed. */
export function geneticalgorithm(generations: number): Throughput {
  let evaluations = 0;
  const algorithm = geneticAlgorithm({
    mutationFunction: mutated,
    crossoverFunction: (a: number[], b: number[]) => [crossed(a, b), crossed(b, a)],
    fitnessFunction: (order: number[]) => {
      evaluations++;
      return price(order);
    },
    population: Array.from({ length: POPULATION }, random),
    populationSize: POPULATION,
  });
  const begun = performance.now();
  for (let k = 0; k < generations; k++) algorithm.evolve();
  return { evaluations, ms: performance.now() - begun };
}

interface Genome {
  id: number;
  order: number[];
}

/** As its documentation shows: one task per order; orders that survive are priced once (cache). */
class Prices extends BasePhenomeStrategy<Genome, PhenomeStrategyConfig<[number[]]>, [number[]]> {
  protected createTaskInput({ order }: Genome): [number[]] {
    return [order];
  }
}

/** genetic-search 13.5.0: half the population survives, the rest is bred. */
export async function geneticSearch(generations: number): Promise<Throughput> {
  let evaluations = 0;
  const strategies = {
    populate: {
      populate: (size: number, ids: { nextId(): number }) =>
        Array.from({ length: size }, () => ({ id: ids.nextId(), order: random() })),
    },
    phenome: new Prices({
      task: async ([order]) => {
        evaluations++;
        return [price(order)];
      },
    }),
    fitness: { score: (rows: number[][]) => rows.map((row) => row[0]!) },
    sorting: new DescendingSortingStrategy<Genome>(),
    selection: new TournamentSelectionStrategy<Genome>(2, 2),
    mutation: { mutate: ({ order }: Genome, id: number) => ({ id, order: mutated([...order]) }) },
    crossover: { cross: ([a, b]: Genome[], id: number) => ({ id, order: crossed(a!.order, b!.order) }) },
    cache: new SimplePhenomeCache(),
  } as unknown as GeneticSearchStrategyConfig<Genome>;
  const search = new GeneticSearch<Genome>(
    { populationSize: POPULATION, survivalRate: 0.5, crossoverRate: 0.5 },
    strategies,
  );
  const begun = performance.now();
  await search.fit({ generationsCount: generations });
  return { evaluations, ms: performance.now() - begun };
}
