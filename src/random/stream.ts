import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A source of randomness that advances as it is drawn from. */
export type Stream = RandomGenerator;

/** A stream that depends on the seed alone: an unsigned 32-bit integer. */
export function stream(seed: number): Stream {
  return xoroshiro128plus(seed);
}

/** The next number in [0, 1), with 53 random bits. */
export function uniform(from: Stream): number {
  return uniformFloat64(from);
}

/** The next integer in [0, count), without bias. */
export function below(from: Stream, count: number): number {
  return uniformInt(from, 0, count - 1);
}
