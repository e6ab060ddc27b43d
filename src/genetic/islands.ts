import { checkWhole } from '../math/check.ts';
import { stream } from '../random/stream.ts';
import type { Evolution, EvolutionState, Genes, Stopping } from './evolution.ts';
import { type EvolveOptions, evolving } from './evolve.ts';

/** What {@link islands} needs. */
export interface IslandOptions<G extends Genes = Int32Array> extends EvolveOptions<G> {
  /** Populations, 1 or more; 4 when absent. Each has `population` individuals. */
  readonly islands?: number;
  /** Generations between migrations, 1 or more; 10 when absent. */
  readonly every?: number;
  /** Individuals that migrate from each island, 0 to population; 1 when absent. */
  readonly migrants?: number;
}

const NEVER: Stopping = { name: 'never', options: {}, reason: () => null };

/**
 * Several populations that evolve side by side; now and then copies of each island's best replace the worst of the next island, around
 * a ring.
 *
 * Whitley, Rana & Heckendorn (1999), Journal of Computing and Information Technology 7, 33-47.
 *
 * @param options as for {@link evolve}, with the number of islands and how they exchange; `stop` looks at all islands together
 * @returns as `evolve`: `individuals` and `values` are those of all islands, one after the other
 * @throws as `evolve`, and RangeError for islands, every or migrants out of range
 * @remarks Same seed, same run; each island has a seed of its own, drawn from the given one.
 * @example
 * import { bitFlipMutation, bits, generationLimit, islands, tournament, uniformCrossover } from 'tutelage/genetic';
 *
 * const { fitness, individuals } = islands({
 *   genome: bits(20), fitness: (genes) => genes.reduce((sum, bit) => sum + bit, 0), select: tournament(),
 *   cross: uniformCrossover(), mutate: bitFlipMutation(), stop: generationLimit(60), islands: 3, population: 20, seed: 1,
 * });
 * [fitness, individuals.length]; // => [20, 60]
 */
export function islands<G extends Genes = Int32Array>(options: IslandOptions<G>): Evolution<G> {
  const { islands: count = 4, every = 10, migrants = 1, population = 50, seed = 0, stop } = options;
  checkWhole('islands', 'islands', count, 1);
  checkWhole('islands', 'every', every, 1);
  checkWhole('islands', 'migrants', migrants, 0, population);
  const seeds = stream(seed);
  const runs = Array.from({ length: count }, () => evolving({ ...options, stop: NEVER, seed: seeds.next() >>> 0 }));
  const history: number[] = [];
  let before: EvolutionState<G> | null = null;
  for (;;) {
    const states = runs.map((run) => run.next().value as EvolutionState<G>);
    const state: EvolutionState<G> = together(states, before, history, seed);
    history.push(state.fitness);
    const reason = stop.reason(state);
    options.onGeneration?.({ ...state, reason });
    if (reason !== null) return { ...state, reason };
    before = state;
    if ((state.generations + 1) % every === 0 && count > 1) migrate(states, migrants);
  }
}

/** All islands as one run. */
function together<G extends Genes>(
  states: readonly EvolutionState<G>[],
  before: EvolutionState<G> | null,
  history: readonly number[],
  seed: number,
): EvolutionState<G> {
  const best = states.reduce((found, state) => (state.fitness > found.fitness ? state : found));
  const sum = (of: (state: EvolutionState<G>) => number) => states.reduce((total, state) => total + of(state), 0);
  return {
    best: best.best,
    fitness: best.fitness,
    history,
    generations: best.generations,
    stagnant: before && best.fitness <= before.fitness ? before.stagnant + 1 : 0,
    evaluations: sum(({ evaluations }) => evaluations),
    children: sum(({ children }) => children),
    individuals: states.flatMap(({ individuals }) => individuals),
    values: Float64Array.from(states.flatMap(({ values }) => [...values])),
    reason: null,
    seed,
  };
}

/** The best of each island, as they are before anybody moves, in place of the worst of the next one. */
function migrate<G extends Genes>(states: readonly EvolutionState<G>[], migrants: number): void {
  const ranks = states.map(({ values }) => [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b));
  const leaving = states.map(({ individuals, values }, k) =>
    ranks[k]!.slice(0, migrants).map((at) => ({ genes: individuals[at]!.slice() as G, value: values[at]! })),
  );
  for (const [k, { individuals, values }] of states.entries()) {
    const arriving = leaving[(k + states.length - 1) % states.length]!;
    for (const [m, { genes, value }] of arriving.entries()) {
      const place = ranks[k]!.at(-1 - m)!;
      individuals[place]!.set(genes);
      values[place] = value;
    }
  }
}
