import type { Stopping } from '../evolution.ts';

/**
 * Stops when an `AbortSignal` says so. {@link evolve} does not let go of the thread: there the signal can only come from the fitness
 * function or `onGeneration`; for one from outside (a button, a time limit) run {@link evolveAsync}.
 *
 * @param signal what to listen to
 * @example
 * import { aborted } from 'tutelage/genetic';
 *
 * aborted(AbortSignal.abort()).name; // => 'aborted'
 */
export function aborted(signal: AbortSignal): Stopping {
  return { name: 'aborted', options: {}, reason: () => (signal.aborted ? 'aborted' : null) };
}
