import { type Stream, stream } from './stream.ts';

const WARM_UP = 16; // first numbers of streams with neighbouring states are alike

/** A stream whose first numbers, too, are as good as random, whatever the seed: `stream` begins near 1 for small ones. */
export function warmStream(seed: number): Stream {
  const from = stream(scrambled(seed));
  for (let k = 0; k < WARM_UP; k++) from.next();
  return from;
}

/** A one-to-one mapping of 32-bit integers under which neighbours part (constants: C. Wellons, lowbias32, public domain). */
export function scrambled(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
