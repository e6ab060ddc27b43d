import type { Stream } from '../random/stream.ts';

/** One individual: whole numbers (an order, bits) or real ones. */
export type Genes = Int32Array | Float64Array;

/** What evolves. */
export interface Genome<G extends Genes = Int32Array> {
  readonly name: string;
  /** Genes per individual. */
  readonly size: number;
  /** Room for an individual. */
  empty(): G;
  /** Writes an individual to begin with, the k-th of the population, 0 the first. */
  create(into: G, from: Stream, k: number): void;
}

/** A way to choose parents. */
export interface Selection {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Prepares `wheel` (two numbers per individual, free to use) from this generation's fitness. */
  prepare(fitness: Float64Array, wheel: Float64Array, from: Stream): void;
  /** The index of a parent; `draw` counts the parents drawn in this generation, 0 the first, two per individual at most. */
  pick(wheel: Float64Array, from: Stream, draw: number): number;
}

/** A way to mix two parents. */
export interface Crossover<G extends Genes = Int32Array> {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Writes a child; `scratch` has room for eight numbers per gene and is all zero before and after. */
  cross(first: G, second: G, child: G, scratch: Int32Array, from: Stream): void;
}

/** A way to change an individual a little, in place. */
export interface Mutation<G extends Genes = Int32Array> {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Changes the individual in place; every draw comes from `from`. */
  mutate(individual: G, from: Stream): void;
}

/** A way to end. */
export interface Stopping {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Why to stop; null to go on. Asked before the first generation and after each. */
  reason(state: EvolutionState<Genes>): string | null;
}

/** A run so far. The arrays are those the run works on: copy what you keep, and change nothing. */
export interface EvolutionState<G extends Genes = Int32Array> {
  /** The best individual ever seen, and its fitness. */
  readonly best: G;
  readonly fitness: number;
  /** Best fitness at the start and after each generation; never falls. */
  readonly history: readonly number[];
  readonly generations: number;
  /** Generations since the last gain. */
  readonly stagnant: number;
  readonly evaluations: number;
  /** Individuals a generation evaluates: population less elite. */
  readonly children: number;
  /** The population and its fitness. */
  readonly individuals: readonly G[];
  readonly values: Float64Array;
  /** Why it ended, in the stopping rule's word; null while it goes on. */
  readonly reason: string | null;
  readonly seed: number;
}

/** The outcome of a run. */
export interface Evolution<G extends Genes = Int32Array> extends EvolutionState<G> {
  readonly reason: string;
}
