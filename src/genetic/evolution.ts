import type { Stream } from '../random/stream.ts';

/** What evolves: orders of 0..size-1. */
export interface Genome {
  readonly name: string;
  readonly size: number;
  /** Writes a random individual. */
  create(into: Int32Array, from: Stream): void;
}

/** A way to choose parents. */
export interface Selection {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Prepares `wheel` (one number per individual) from this generation's fitness. */
  prepare(fitness: Float64Array, wheel: Float64Array): void;
  /** The index of a parent. */
  pick(wheel: Float64Array, from: Stream): number;
}

/** A way to mix two parents. */
export interface Crossover {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Writes a child; `scratch` has room for one number per gene and is all zero before and after. */
  cross(first: Int32Array, second: Int32Array, child: Int32Array, scratch: Int32Array, from: Stream): void;
}

/** A way to change an individual a little, in place. */
export interface Mutation {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Changes the individual in place; every draw comes from `from`. */
  mutate(individual: Int32Array, from: Stream): void;
}

/** A way to end. */
export interface Stopping {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** Why to stop after `generation` generations, the last `stagnant` of them without a gain; null to go on. */
  reason(generation: number, stagnant: number): string | null;
}

/** The outcome of a run. */
export interface Evolution {
  readonly best: Int32Array;
  readonly fitness: number;
  /** Best fitness at the start and after each generation; never falls. */
  readonly history: readonly number[];
  readonly generations: number;
  readonly evaluations: number;
  /** Why it ended, in the stopping rule's word. */
  readonly reason: string;
  readonly seed: number;
}
