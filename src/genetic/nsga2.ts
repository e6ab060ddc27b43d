import { check, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { below, type Stream, stream } from '../random/stream.ts';
import { crowdingDistance } from './crowdingDistance.ts';
import type { Crossover, Genes, Genome, Mutation } from './evolution.ts';
import { nondominatedFronts } from './nondominatedFronts.ts';

/** What {@link nsga2} needs. */
export interface Nsga2Options<G extends Genes = Int32Array> {
  readonly genome: Genome<G>;
  /** Several values of an individual, higher is better for each; finite, and as many for all. */
  readonly objectives: (individual: G) => readonly number[];
  readonly cross: Crossover<NoInfer<G>>;
  readonly mutate: Mutation<NoInfer<G>>;
  /** Individuals, 2 or more; 100 when absent. */
  readonly population?: number;
  /** 0 or more; 100 when absent. */
  readonly generations?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
  /** Called with the first population (0) and after each generation, with the front so far. */
  readonly onGeneration?: (generation: number, front: readonly ParetoPoint<G>[]) => void;
}

/** An individual that no other of its population dominates. */
export interface ParetoPoint<G extends Genes = Int32Array> {
  readonly genes: G;
  readonly values: readonly number[];
}

/** The outcome of {@link nsga2}. */
export interface ParetoFront<G extends Genes = Int32Array> {
  /** Descending by the first value; of individuals with equal values one. */
  readonly front: readonly ParetoPoint<G>[];
  readonly generations: number;
  readonly evaluations: number;
  readonly seed: number;
}

interface Ranked<G extends Genes> extends ParetoPoint<G> {
  readonly front: number;
  readonly distance: number;
}

/**
 * A genetic algorithm for several objectives at once (NSGA-II): it returns the trade-offs, individuals of which none is better than another in
 * everything.
 *
 * Deb, Pratap, Agarwal & Meyarivan (2002), A fast and elitist multiobjective genetic algorithm: NSGA-II, IEEE Transactions on
 * Evolutionary Computation 6, 182-197. They minimise; we maximise, as {@link evolve} does.
 *
 * @param options genome, objectives and operators; parents are chosen by the crowded tournament of the paper
 * @returns the first front of the last population
 * @throws RangeError for a population, generations or seed out of range, values that are not finite or of another number
 * @remarks Same seed, same run. The front is the best one found; nothing proves it to be the true one.
 * @example
 * import { nsga2, reals, gaussianMutation, blendCrossover } from 'tutelage/genetic';
 *
 * // Schaffer's problem: x near 0 and x near 2 at once
 * const bounds = { lower: [-10], upper: [10] };
 * const { front } = nsga2({
 *   genome: reals(bounds), objectives: ([x]) => [-(x! ** 2), -((x! - 2) ** 2)],
 *   cross: blendCrossover(bounds), mutate: gaussianMutation(bounds), population: 20, generations: 50, seed: 1,
 * });
 * front.every(({ genes }) => genes[0]! > -0.1 && genes[0]! < 2.1); // => true
 */
export function nsga2<G extends Genes = Int32Array>(options: Nsga2Options<G>): ParetoFront<G> {
  const { genome, objectives, cross, mutate, population = 100, generations = 100, seed = 0, onGeneration } = options;
  checkSeed('nsga2', seed);
  checkWhole('nsga2', 'population', population, 2);
  checkWhole('nsga2', 'generations', generations, 0);
  const from = stream(seed);
  const scratch = new Int32Array(8 * genome.size);
  let evaluations = 0;
  let width = -1;
  const assess = (genes: G): ParetoPoint<G> => {
    const values = [...objectives(genes)];
    if (width < 0) width = values.length;
    checkWhole('nsga2', 'number of objectives', values.length, Math.max(1, width), Math.max(1, width));
    for (const value of values) check(Number.isFinite(value), 'nsga2', 'objective', value, 'finite');
    evaluations++;
    return { genes, values };
  };
  let parents = survivors(
    Array.from({ length: population }, (_, k) => {
      const genes = genome.empty();
      genome.create(genes, from, k);
      return assess(genes);
    }),
    population,
  );
  onGeneration?.(0, firstFront(parents));
  for (let generation = 1; generation <= generations; generation++) {
    const children = Array.from({ length: population }, () => {
      const genes = genome.empty();
      cross.cross(crowded(parents, from).genes, crowded(parents, from).genes, genes, scratch, from);
      mutate.mutate(genes, from);
      return assess(genes);
    });
    parents = survivors([...parents, ...children], population);
    onGeneration?.(generation, firstFront(parents));
  }
  return { front: firstFront(parents), generations, evaluations, seed };
}

/**
 * The best `count`: whole fronts, and of the last one those with the most room. Copies of an individual come after everybody else: where
 * values are few, they would fill the first front (our choice).
 */
function survivors<G extends Genes>(all: readonly ParetoPoint<G>[], count: number): Ranked<G>[] {
  const seen = new Set<string>();
  const fresh = all.filter(({ genes }) => seen.size < seen.add(genes.join()).size);
  const kept: Ranked<G>[] = [];
  const fronts = nondominatedFronts(fresh.map(({ values }) => values));
  for (const [front, places] of fronts.entries()) {
    if (kept.length === count) return kept;
    const points = places.map((at) => fresh[at]!);
    const distance = crowdingDistance(points.map(({ values }) => values));
    const ranked = points.map((point, k) => ({ ...point, front, distance: distance[k]! }));
    if (kept.length + ranked.length > count) {
      ranked.sort((a, b) => (a.distance === b.distance ? 0 : b.distance - a.distance));
    }
    kept.push(...ranked.slice(0, count - kept.length));
  }
  const unique = new Set(fresh);
  const copies = all.filter((point) => !unique.has(point)).slice(0, count - kept.length);
  return [...kept, ...copies.map((point) => ({ ...point, front: fronts.length, distance: 0 }))];
}

/** The crowded tournament of two: the better front, then more room, then the first drawn. */
function crowded<G extends Genes>(parents: readonly Ranked<G>[], from: Stream): Ranked<G> {
  const one = parents[below(from, parents.length)]!;
  const other = parents[below(from, parents.length)]!;
  if (one.front !== other.front) return one.front < other.front ? one : other;
  return other.distance > one.distance ? other : one;
}

function firstFront<G extends Genes>(ranked: readonly Ranked<G>[]): ParetoPoint<G>[] {
  const seen = new Set<string>();
  return ranked
    .filter(({ front, values }) => front === 0 && seen.size < seen.add(values.join()).size)
    .map(({ genes, values }) => ({ genes: genes.slice() as G, values }))
    .sort((a, b) => b.values[0]! - a.values[0]!);
}
