import { check, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { stream } from '../random/stream.ts';
import type {
  Crossover,
  Evolution,
  EvolutionState,
  Genes,
  Genome,
  Mutation,
  Selection,
  Stopping,
} from './evolution.ts';

/** What {@link evolve} needs. */
export interface EvolveOptions<G extends Genes = Int32Array> {
  readonly genome: Genome<G>;
  /** How good an individual is, higher is better; finite. It must not keep or change the array it is given. */
  readonly fitness: (individual: G) => number;
  readonly select: Selection;
  readonly cross: Crossover<NoInfer<G>>;
  readonly mutate: Mutation<NoInfer<G>>;
  readonly stop: Stopping;
  /** Individuals per generation, 1 or more; 50 when absent. */
  readonly population?: number | undefined;
  /** Best individuals that pass into the next generation unchanged, 0 to population; 1 when absent. */
  readonly elite?: number | undefined;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
  /** Called with the first population and after each generation; it cannot change the run. */
  readonly onGeneration?: (state: EvolutionState<G>) => void;
}

/**
 * A generational genetic algorithm that maximises a fitness function.
 *
 * Each generation keeps the elite and fills up with children: two selected parents, crossover, mutation.
 * Holland, J. H. (1975), Adaptation in natural and artificial systems; Goldberg (1989).
 *
 * @param options genome, fitness and operators
 * @returns the best individual ever seen, its fitness, the history of the best and the last population
 * @throws RangeError for a population or elite out of range, a seed that is no unsigned 32-bit integer, or a fitness
 * that is not finite
 * @remarks Same seed, same run. No allocation per individual. `best` is kept even when `elite` is 0. For a start from known
 * individuals see {@link startingWith}, for a run that can be followed step by step {@link evolving}, for one that can be aborted from
 * outside {@link evolveAsync}.
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
export function evolve<G extends Genes = Int32Array>(options: EvolveOptions<G>): Evolution<G> {
  let last: EvolutionState<G>;
  for (last of evolving(options)) options.onGeneration?.(last);
  return last! as Evolution<G>;
}

/**
 * The same, one generation at a time: an iterable of states, the first of them the first population.
 *
 * @param options as for {@link evolve}; `onGeneration` is not called
 * @returns states; each is the same object, with the run's own arrays
 * @throws as {@link evolve}, when the first state is asked for
 * @example
 * import { bitFlipMutation, bits, evolving, generationLimit, tournament, uniformCrossover } from 'tutelage/genetic';
 *
 * const seen: number[] = [];
 * const ones = (genes: Int32Array) => genes.reduce((sum, bit) => sum + bit, 0);
 * for (const { fitness } of evolving({
 *   genome: bits(8), fitness: ones, select: tournament(), cross: uniformCrossover(), mutate: bitFlipMutation(),
 *   stop: generationLimit(1000), seed: 1,
 * })) {
 *   seen.push(fitness);
 *   if (fitness === 8) break;
 * }
 * seen.at(-1); // => 8
 */
export function* evolving<G extends Genes = Int32Array>(options: EvolveOptions<G>): Generator<EvolutionState<G>, void> {
  const { genome, select, cross, mutate, stop, population = 50, elite = 1, seed = 0 } = options;
  checkSeed('evolve', seed);
  checkWhole('evolve', 'population', population, 1);
  checkWhole('evolve', 'elite', elite, 0, population);
  const from = stream(seed);
  const individuals = () => Array.from({ length: population }, () => genome.empty());
  const run = {
    best: genome.empty(),
    fitness: -Infinity,
    history: [] as number[],
    generations: 0,
    stagnant: 0,
    evaluations: 0,
    children: population - elite,
    individuals: individuals(),
    values: new Float64Array(population),
    reason: null as string | null,
    seed,
  };
  let children = individuals();
  let childValues = new Float64Array(population);
  const wheel = new Float64Array(2 * population);
  const rank = Int32Array.from(childValues.keys());
  const scratch = new Int32Array(8 * genome.size);
  const assess = (individual: G): number => {
    const value = options.fitness(individual);
    check(Number.isFinite(value), 'evolve', 'fitness', value, 'finite');
    run.evaluations++;
    if (value > run.fitness) {
      run.fitness = value;
      run.stagnant = 0;
      run.best.set(individual);
    }
    return value;
  };

  for (const [k, individual] of run.individuals.entries()) {
    genome.create(individual, from, k);
    run.values[k] = assess(individual);
  }
  for (;;) {
    run.history.push(run.fitness);
    run.reason = stop.reason(run);
    yield run;
    if (run.reason !== null) return;
    run.generations++;
    run.stagnant++;
    const { individuals: parents, values } = run;
    if (elite > 1) rank.sort((left, right) => values[right]! - values[left]! || left - right);
    else {
      rank[0] = 0; // one scan instead of a sort
      for (let k = 1; k < population; k++) if (values[k]! > values[rank[0]]!) rank[0] = k;
    }
    select.prepare(values, wheel, from);
    let draw = 0;
    for (let k = 0; k < population; k++) {
      const child = children[k]!;
      if (k < elite) {
        child.set(parents[rank[k]!]!);
        childValues[k] = values[rank[k]!]!;
        continue;
      }
      const first = select.pick(wheel, from, draw++);
      cross.cross(parents[first]!, parents[select.pick(wheel, from, draw++)]!, child, scratch, from);
      mutate.mutate(child, from);
      childValues[k] = assess(child);
    }
    [run.individuals, children] = [children, parents];
    [run.values, childValues] = [childValues, values];
  }
}
