export type { Stream } from '../random/stream.ts';
export { blendCrossover } from './crossover/blendCrossover.ts';
export { cycleCrossover } from './crossover/cycleCrossover.ts';
export { edgeRecombination } from './crossover/edgeRecombination.ts';
export { middleCrossover } from './crossover/middleCrossover.ts';
export { onePointCrossover } from './crossover/onePointCrossover.ts';
export { orderCrossover } from './crossover/orderCrossover.ts';
export { partiallyMappedCrossover } from './crossover/partiallyMappedCrossover.ts';
export { precedenceCrossover } from './crossover/precedenceCrossover.ts';
export { prefixCrossover } from './crossover/prefixCrossover.ts';
export { simulatedBinaryCrossover } from './crossover/simulatedBinaryCrossover.ts';
export { twoPointCrossover } from './crossover/twoPointCrossover.ts';
export { uniformCrossover } from './crossover/uniformCrossover.ts';
export { crowdingDistance } from './crowdingDistance.ts';
export type {
  Crossover,
  Evolution,
  EvolutionState,
  Genes,
  Genome,
  Mutation,
  Selection,
  Stopping,
} from './evolution.ts';
export { type EvolveOptions, evolve, evolving } from './evolve.ts';
export { type EvolveAsyncOptions, evolveAsync } from './evolveAsync.ts';
export { bits } from './genome/bits.ts';
export type { Bounds } from './genome/bounds.ts';
export { linearExtension } from './genome/linearExtension.ts';
export { permutation } from './genome/permutation.ts';
export { reals } from './genome/reals.ts';
export { startingWith } from './genome/startingWith.ts';
export { type FlipDescent, type FlipDescentOptions, flipDescent } from './improvement/flipDescent.ts';
export { type IslandOptions, islands } from './islands.ts';
export { bitFlipMutation } from './mutation/bitFlipMutation.ts';
export { gaussianMutation } from './mutation/gaussianMutation.ts';
export { insertMutation } from './mutation/insertMutation.ts';
export { inversionMutation } from './mutation/inversionMutation.ts';
export { polynomialMutation } from './mutation/polynomialMutation.ts';
export { precedenceMutation } from './mutation/precedenceMutation.ts';
export { scrambleMutation } from './mutation/scrambleMutation.ts';
export { segmentMutation } from './mutation/segmentMutation.ts';
export { swapMutation } from './mutation/swapMutation.ts';
export { nondominatedFronts } from './nondominatedFronts.ts';
export { type Nsga2Options, nsga2, type ParetoFront, type ParetoPoint } from './nsga2.ts';
export { linearRank } from './selection/linearRank.ts';
export { roulette } from './selection/roulette.ts';
export { tournament } from './selection/tournament.ts';
export { truncation } from './selection/truncation.ts';
export { universalSampling } from './selection/universalSampling.ts';
export { aborted } from './stopping/aborted.ts';
export { evaluationLimit } from './stopping/evaluationLimit.ts';
export { firstOf } from './stopping/firstOf.ts';
export { fitnessTarget } from './stopping/fitnessTarget.ts';
export { generationLimit } from './stopping/generationLimit.ts';
export { stagnation } from './stopping/stagnation.ts';
