import { checkWhole } from '../math/check.ts';
import type { Evolution, EvolutionState, Genes } from './evolution.ts';
import { type EvolveOptions, evolving } from './evolve.ts';

/** Options of {@link evolveAsync}. */
export interface EvolveAsyncOptions<G extends Genes = Int32Array> extends EvolveOptions<G> {
  /** Generations between pauses, 1 or more; 10 when absent. */
  readonly every?: number;
}

/**
 * The same run as {@link evolve}, with a pause every few generations in which events, timers and pages have their turn, so that
 * `aborted(signal)` can stop it from outside.
 *
 * @param options as for `evolve`, and how often to pause
 * @returns a promise of what `evolve` returns: pauses do not change it
 * @throws as `evolve`, by rejecting
 * @example
 * import { aborted, bitFlipMutation, bits, evolveAsync, firstOf, generationLimit, tournament, uniformCrossover } from 'tutelage/genetic';
 *
 * const { reason } = await evolveAsync({
 *   genome: bits(8), fitness: (genes) => genes[0]!, select: tournament(), cross: uniformCrossover(), mutate: bitFlipMutation(),
 *   stop: firstOf(aborted(AbortSignal.abort()), generationLimit(100)),
 * });
 * reason; // => 'aborted'
 */
export async function evolveAsync<G extends Genes = Int32Array>(options: EvolveAsyncOptions<G>): Promise<Evolution<G>> {
  const { every = 10 } = options;
  checkWhole('evolveAsync', 'every', every, 1);
  let last: EvolutionState<G> | undefined;
  for (last of evolving(options)) {
    options.onGeneration?.(last);
    if (last.reason === null && (last.generations + 1) % every === 0) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  }
  return last as Evolution<G>;
}
