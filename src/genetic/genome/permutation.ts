import { checkWhole } from '../../math/check.ts';
import { shuffle } from '../../random/shuffle.ts';
import type { Genome } from '../evolution.ts';

/**
 * Orders of 0..size-1, each as likely as any other to begin with.
 *
 * @param size number of things to order, 0 or more
 * @throws RangeError for a size that is no whole number of 0 or more
 * @example
 * import { permutation } from 'tutelage/genetic';
 *
 * permutation(5).size; // => 5
 */
export function permutation(size: number): Genome {
  checkWhole('permutation', 'size', size, 0);
  return {
    name: 'permutation',
    size,
    empty: () => new Int32Array(size),
    create(into, from) {
      for (let k = 0; k < size; k++) into[k] = k;
      shuffle(into, from);
    },
  };
}
