import fc from 'fast-check';
import { exact } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { larger, optima, sopInstance } from '../../reference/path/sop.ts';
import { close } from '../../tolerance.ts';
import { constrainedProblems, costOf, drawnProblem, keeps, leastCost, problems } from '../orders.ts';

describe('exact', () => {
  it.each([...optima, ...larger])('proves the optimum of TSPLIB %s: %i', (name, optimum) => {
    const problem = sopInstance(name);
    const planned = exact({ states: 1_000_000 }).plan(problem, 0)!;
    expect(planned).toMatchObject({ cost: optimum, proof: 'optimal', lowerBound: optimum });
    expect(costOf(problem, planned.order)).toBe(optimum);
    expect(keeps(problem, planned.order)).toBe(true);
  });

  it('equals the best of all orders, with costs of positions, locks and deadlines too', () => {
    fc.assert(
      fc.property(fc.oneof(problems(7), constrainedProblems(7)), fc.nat(9), (problem, seed) => {
        const { order, cost } = exact().plan(problem, seed)!;
        close(cost, leastCost(problem));
        expect(keeps(problem, order)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('proves without a good order to begin with: costs may be negative', () => {
    fc.assert(
      fc.property(problems(6), (problem) => {
        const shifted = { ...problem, cost: problem.cost.map((cost) => cost - 0.7) };
        close(exact().plan(shifted, 0)!.cost, leastCost(shifted));
      }),
      { numRuns: 60 },
    );
  });

  it('has an order for nothing and for one unit', () => {
    for (const size of [0, 1]) {
      expect(exact().plan(drawnProblem(size, 0, 1), 0)).toMatchObject({ cost: 0, proof: 'optimal' });
    }
  });

  it('gives up beyond its cap', () => {
    expect(exact({ states: 5000 }).plan(sopInstance('br17.10'), 0)).toBeNull();
    expect(exact().plan(drawnProblem(60, 0, 1), 0)).toBeNull();
  });

  it('gives up on locks that cannot be kept', () => {
    const problem = { ...drawnProblem(3, 0, 1), locked: Int32Array.of(1, 1, -1) };
    expect(exact().plan(problem, 0)).toBeNull();
  });

  it('solves 14 units without prerequisites and 30 with some under its default cap', () => {
    expect(exact().plan(drawnProblem(14, 0, 1), 0)!.proof).toBe('optimal');
    for (const seed of [1, 2, 3]) {
      const problem = drawnProblem(30, 0.3, seed);
      const { order, proof } = exact().plan(problem, 0)!;
      expect(proof).toBe('optimal');
      expect(keeps(problem, order)).toBe(true);
    }
  });

  it('refuses a cap that is no whole number of at least 1', () => {
    for (const states of [0, 1.5, Number.NaN]) expect(() => exact({ states })).toThrow(/exact: states/);
  });
});
