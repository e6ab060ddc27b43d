import fc from 'fast-check';
import { exact } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { lowerBound } from '../../../src/path/lowerBound.ts';
import { optima, sopInstance } from '../../reference/path/sop.ts';
import { close } from '../../tolerance.ts';
import { costOf, drawnProblem, keeps, leastCost, problems } from '../orders.ts';

describe('exact', () => {
  it.each(optima)('proves the optimum of TSPLIB %s: %i', (name, optimum) => {
    const problem = sopInstance(name);
    const planned = exact().plan(problem, 0)!;
    expect(planned.cost).toBe(optimum);
    expect(planned.proof).toBe('optimal');
    expect(costOf(problem, planned.order)).toBe(optimum);
    expect(keeps(problem, planned.order)).toBe(true);
    expect(lowerBound(problem)).toBeLessThanOrEqual(optimum);
  });

  it('equals the best of all orders', () => {
    fc.assert(
      fc.property(problems(7), (problem) => {
        close(exact().plan(problem, 0)!.cost, leastCost(problem));
      }),
      { numRuns: 60 },
    );
  });

  it('visits the sets and ends that can stand in front: n 2^(n-1) without precedences, n with a chain', () => {
    expect(exact().plan(drawnProblem(10, 0, 1), 0)!.evaluations).toBe(10 * 2 ** 9);
    expect(exact().plan(drawnProblem(10, 1, 1), 0)!.evaluations).toBe(10);
  });

  it('has an order for nothing and for one unit', () => {
    for (const size of [0, 1]) {
      expect(exact().plan(drawnProblem(size, 0, 1), 0)).toMatchObject({ cost: 0, proof: 'optimal' });
    }
  });

  it('gives up beyond its cap, and not before', () => {
    const problem = drawnProblem(8, 0, 1); // 8 x 2^7 = 1,024 states
    expect(exact({ states: 1024 }).plan(problem, 0)!.proof).toBe('optimal');
    expect(exact({ states: 1023 }).plan(problem, 0)).toBeNull();
    expect(exact().plan(drawnProblem(31, 1, 1), 0)).toBeNull();
  });

  it('solves 14 units without prerequisites and 30 with many under its default cap', () => {
    expect(exact().plan(drawnProblem(14, 0, 1), 0)!.proof).toBe('optimal');
    const { order, proof } = exact().plan(drawnProblem(30, 0.5, 1), 0)!;
    expect(proof).toBe('optimal');
    expect(keeps(drawnProblem(30, 0.5, 1), order)).toBe(true);
  });

  it('refuses a cap that is no whole number of at least 1', () => {
    for (const states of [0, 1.5, Number.NaN]) expect(() => exact({ states })).toThrow(/exact: states/);
  });
});
