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
  readonly population?: number;
  /** Best individuals that pass into the next generation unchanged, 0 to population; 1 when absent. */
  readonly elite?: number;
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
  if (!Number.isInteger(population) || population < 1) {
    throw new RangeError(`evolve: population must be a whole number of 1 or more, got ${population}`);
  }
  if (!Number.isInteger(elite) || elite < 0 || elite > population) {
    throw new RangeError(`evolve: elite must be a whole number from 0 to population (${population}), got ${elite}`);
  }
  const from = stream(seed);
  const individuals = () => Array.from({ length: population }, () => new Int32Array(genome.size));
  let parents = individuals();
  let children = individuals();
  const fitness = new Float64Array(population);
  const wheel = new Float64Array(population);
  const rank = Int32Array.from({ length: population }, (_, k) => k);
  const scratch = new Int32Array(genome.size);
  const best = new Int32Array(genome.size);
  const history: number[] = [];
  let record = Number.NEGATIVE_INFINITY;
  let stagnant = 0;

  const assess = (individual: Int32Array, k: number) => {
    const value = options.fitness(individual);
    if (!Number.isFinite(value))
      throw new RangeError(`evolve: fitness must be finite, got ${value}; map it to a number`);
    fitness[k] = value;
    if (value <= record) return;
    record = value;
    stagnant = -1;
    best.set(individual);
  };

  for (const [k, individual] of parents.entries()) {
    genome.create(individual, from);
    assess(individual, k);
  }
  history.push(record);
  stagnant = 0;
  let generation = 0;
  let reason = stop.reason(0, 0);
  while (reason === null) {
    if (elite > 0) rank.sort((left, right) => fitness[right]! - fitness[left]! || left - right);
    select.prepare(fitness, wheel);
    for (let k = 0; k < elite; k++) children[k]!.set(parents[rank[k]!]!);
    for (let k = elite; k < population; k++) {
      const first = parents[select.pick(wheel, from)]!;
      const second = parents[select.pick(wheel, from)]!;
      cross.cross(first, second, children[k]!, scratch, from);
      mutate.mutate(children[k]!, from);
    }
    const carried = Array.from({ length: elite }, (_, k) => fitness[rank[k]!]!);
    for (let k = 0; k < elite; k++) fitness[k] = carried[k]!;
    for (let k = elite; k < population; k++) assess(children[k]!, k);
    [parents, children] = [children, parents];
    generation++;
    stagnant++;
    history.push(record);
    reason = stop.reason(generation, stagnant);
  }
  return {
    best,
    fitness: record,
    history: Float64Array.from(history),
    generations: generation,
    evaluations: population + generation * (population - elite),
    reason,
    seed,
  };
}
