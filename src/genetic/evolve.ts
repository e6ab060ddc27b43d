import { check, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { stream } from '../random/stream.ts';
import type { Crossover, Evolution, Genome, Mutation, Selection, Stopping } from './evolution.ts';

/** What {@link evolve} needs. */
export interface EvolveOptions {
  readonly genome: Genome;
  /** How good an individual is, higher is better; finite. It must not keep or change the array it is given. */
  readonly fitness: (individual: Int32Array) => number;
  readonly select: Selection;
  readonly cross: Crossover;
  readonly mutate: Mutation;
  readonly stop: Stopping;
  /** Individuals per generation, 1 or more; 50 when absent. */
  readonly population?: number | undefined;
  /** Best individuals that pass into the next generation unchanged, 0 to population; 1 when absent. */
  readonly elite?: number | undefined;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/**
 * A generational genetic algorithm that maximises a fitness function.
 *
 * Each generation keeps the elite and fills up with children: two selected parents, crossover, mutation.
 * Holland, J. H. (1975), Adaptation in natural and artificial systems; Goldberg (1989).
 *
 * @param options genome, fitness and operators
 * @returns the best individual ever seen, its fitness and the history of the best
 * @throws RangeError for a population or elite out of range, a seed that is no unsigned 32-bit integer, or a fitness
 * that is not finite
 * @remarks Same seed, same run. No allocation per individual. `best` is kept even when `elite` is 0.
 * @example
 * import { evolve, orderCrossover, permutation, roulette, stagnation, swapMutation } from 'tutelage/genetic';
 *
 * // how many of 0..5 stand in their own place?
 * const inPlace = (order: Int32Array) => order.filter((value, place) => value === place).length;
 * const { best, fitness } = evolve({
 *   genome: permutation(6), fitness: inPlace, select: roulette(), cross: orderCrossover(),
 *   mutate: swapMutation({ rate: 0.5 }), stop: stagnation(), seed: 1,
 * });
 * Array.from(best); // => [0, 1, 2, 3, 4, 5]
 * fitness; // => 6
 */
export function evolve(options: EvolveOptions): Evolution {
  const { genome, select, cross, mutate, stop, population = 50, elite = 1, seed = 0 } = options;
  checkSeed('evolve', seed);
  checkWhole('evolve', 'population', population, 1);
  checkWhole('evolve', 'elite', elite, 0, population);
  const from = stream(seed);
  const individuals = () => Array.from({ length: population }, () => new Int32Array(genome.size));
  let parents = individuals();
  let children = individuals();
  let fitness = new Float64Array(population);
  let nextFitness = new Float64Array(population);
  const wheel = new Float64Array(population);
  const rank = Int32Array.from(fitness.keys());
  const scratch = new Int32Array(genome.size);
  const best = new Int32Array(genome.size);
  const history: number[] = [];
  let record = -Infinity;
  let gainedAt = 0;
  let generation = 0;
  const assess = (individual: Int32Array): number => {
    const value = options.fitness(individual);
    check(Number.isFinite(value), 'evolve', 'fitness', value, 'finite');
    if (value > record) {
      record = value;
      gainedAt = generation;
      best.set(individual);
    }
    return value;
  };

  for (const [k, individual] of parents.entries()) {
    genome.create(individual, from);
    fitness[k] = assess(individual);
  }
  history.push(record);
  let reason: string | null;
  for (;;) {
    reason = stop.reason(generation, generation - gainedAt);
    if (reason !== null) break;
    generation++;
    rank.sort((left, right) => fitness[right]! - fitness[left]! || left - right);
    select.prepare(fitness, wheel);
    for (let k = 0; k < population; k++) {
      const child = children[k]!;
      if (k < elite) {
        child.set(parents[rank[k]!]!);
        nextFitness[k] = fitness[rank[k]!]!;
        continue;
      }
      cross.cross(parents[select.pick(wheel, from)]!, parents[select.pick(wheel, from)]!, child, scratch, from);
      mutate.mutate(child, from);
      nextFitness[k] = assess(child);
    }
    [parents, children] = [children, parents];
    [fitness, nextFitness] = [nextFitness, fitness];
    history.push(record);
  }
  return {
    best,
    fitness: record,
    history,
    generations: generation,
    evaluations: population + generation * (population - elite),
    reason,
    seed,
  };
}
