import { checkWhole } from '../math/check.ts';

/** Throws unless `seed` is an unsigned 32-bit integer. */
export function checkSeed(where: string, seed: number): void {
  checkWhole(where, 'seed', seed, 0, 4294967295);
}
