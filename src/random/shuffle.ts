import { below, type Stream } from './stream.ts';

/** Puts `values` into a uniformly random order, in place (Fisher and Yates). */
export function shuffle(values: Int32Array | Float64Array, from: Stream): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(from, i + 1);
    const held = values[i]!;
    values[i] = values[j]!;
    values[j] = held;
  }
}
