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
  return ((from.next() >>> 5) * 67108864 + (from.next() >>> 6)) / 9007199254740992;
}

/**
 * The next integer in [0, count), for count from 1 to 2^32, without bias: draws beyond the last full multiple of count are
 * drawn again. (pure-rand's own distributions cost every bundle that draws another 0.5 kB gzip.)
 */
export function below(from: Stream, count: number): number {
  const full = 4294967296 - (4294967296 % count);
  let drawn = from.next() >>> 0;
  while (drawn >= full) drawn = from.next() >>> 0;
  return drawn % count;
}
