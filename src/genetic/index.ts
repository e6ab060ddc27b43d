export { orderCrossover } from './crossover/orderCrossover.ts';
export type { Crossover, Evolution, Genome, Mutation, Selection, Stopping } from './evolution.ts';
export { type EvolveOptions, evolve } from './evolve.ts';
export { swapMutation } from './mutation/swapMutation.ts';
export { permutation } from './permutation.ts';
export { roulette } from './selection/roulette.ts';
export { stagnation } from './stopping/stagnation.ts';
