/** A source of randomness that advances as it is drawn from. */
export interface Stream {
  /** The next 32 bits, as a signed integer. */
  next(): number;
}

/**
 * A stream that depends on the seed alone: an unsigned 32-bit integer.
 *
 * xoroshiro128+ with rotations by 24, 16 and 37 (Blackman & Vigna 2021, ACM Transactions on Mathematical Software 47, 36), the upper 32 bits
 * less the carry from below; bit for bit the stream of the npm package pure-rand, which a test compares it with.
 */
export function stream(seed: number): Stream {
  const state = Int32Array.of(-1, ~seed, seed, 0); // two words of 64 bits, each an upper and a lower half
  return {
    next() {
      const a1 = state[0]!;
      const a0 = state[1]!;
      const b0 = state[3]!;
      const c1 = state[2]! ^ a1;
      const c0 = b0 ^ a0;
      state[0] = (a1 << 24) ^ (a0 >>> 8) ^ c1 ^ ((c1 << 16) | (c0 >>> 16));
      state[1] = (a0 << 24) ^ (a1 >>> 8) ^ c0 ^ (c0 << 16);
      state[2] = (c0 << 5) ^ (c1 >>> 27);
      state[3] = (c1 << 5) ^ (c0 >>> 27);
      return (a0 + b0) | 0;
    },
  };
}

/** The next number in [0, 1), with 53 random bits. */
export function uniform(from: Stream): number {
  return ((from.next() >>> 5) * 67108864 + (from.next() >>> 6)) / 9007199254740992;
}

/**
 * The next integer in [0, count), for count from 1 to 2^32 - 1, without bias: draws beyond the last full multiple of count are
 * drawn again. Only draws close to the end need the division that tells where that is.
 */
export function below(from: Stream, count: number): number {
  const near = 4294967296 - count;
  let drawn = from.next() >>> 0;
  while (drawn > near && drawn >= 4294967296 - (4294967296 % count)) drawn = from.next() >>> 0;
  return drawn % (count >>> 0);
}
