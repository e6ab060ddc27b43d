import { describe, expect, it } from 'vitest';
import { anderson } from '../../src/math/anderson.ts';
import { close, solved } from '../tolerance.ts';

describe('anderson', () => {
  it('solves a linear fixed-point problem in seven steps, where plain iteration needs two thousand', () => {
    // x = A x + b with slow convergence: eigenvalues up to 0.99
    const map = (x: Float64Array) => Float64Array.of(0.99 * x[0]! + 0.01, 0.5 * x[1]! + 0.1 * x[0]!, 0.9 * x[2]! - 0.2);
    const accelerator = anderson(5);
    let x = Float64Array.of(5, -3, 2);
    for (let k = 0; k < 7; k++) x = accelerator.propose(x, map(x)) as Float64Array<ArrayBuffer>;
    solved(x, [1, 0.2, -2]);
  });

  it('is the plain iteration at first, and after a reset', () => {
    const accelerator = anderson(3);
    const image = Float64Array.of(2, 3);
    close(accelerator.propose(Float64Array.of(0, 0), image), image);
    accelerator.reset();
    close(accelerator.propose(Float64Array.of(1, 1), image), image);
  });

  it('stays where the map stands still', () => {
    const accelerator = anderson(3);
    const x = Float64Array.of(1, 2);
    for (let k = 0; k < 4; k++) expect([...accelerator.propose(x, x)]).toEqual([1, 2]);
  });
});
