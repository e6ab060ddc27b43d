// Every planner obeys these. A new one is one more line in `planners`.
import fc from 'fast-check';
import { exact, genetic, greedy, memetic, type Planner, topological } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { lowerBound } from '../../src/path/lowerBound.ts';
import { deepFreeze } from '../deepFreeze.ts';
import { costOf, drawnProblem, keeps, leastCost, problems } from '../path/orders.ts';
import { close } from '../tolerance.ts';

const planners: Record<string, Planner> = {
  'exact()': exact(),
  'genetic()': genetic({ population: 20, generations: 30 }),
  'greedy()': greedy(),
  'memetic()': memetic({ evaluations: 5000 }),
  'topological()': topological(),
};
const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe.each(Object.entries(planners))('%s', (_, planner) => {
  it('orders every unit once and keeps every precedence', () => {
    fc.assert(
      fc.property(problems(9), seeds, (problem, seed) => {
        const { order } = planner.plan(problem, seed)!;
        expect([...order].sort((a, b) => a - b)).toEqual([...problem.before.keys()]);
        expect(keeps(problem, order)).toBe(true);
      }),
    );
  });

  it('reports the cost of its order', () => {
    fc.assert(
      fc.property(problems(9), seeds, (problem, seed) => {
        const { order, cost } = planner.plan(problem, seed)!;
        close(cost, costOf(problem, order));
      }),
    );
  });

  it('never costs less than the best of all orders, and calls only the best optimal', () => {
    fc.assert(
      fc.property(problems(6), seeds, (problem, seed) => {
        const { cost, proof } = planner.plan(problem, seed)!;
        const least = leastCost(problem);
        expect(cost).toBeGreaterThanOrEqual(least - 1e-12);
        if (proof === 'optimal') close(cost, least);
      }),
    );
  });

  it('plans the same for the same seed', () => {
    fc.assert(
      fc.property(problems(9), seeds, (problem, seed) => {
        expect(planner.plan(problem, seed)).toEqual(planner.plan(problem, seed));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the problem alone', () => {
    const problem = deepFreeze(drawnProblem(8, 0.3, 1));
    const costs = Float64Array.from(problem.cost);
    planner.plan(problem, 1);
    expect(problem.cost).toEqual(costs);
  });

  it('finds the only order there is', () => {
    const chain = drawnProblem(9, 1, 4);
    const { order } = planner.plan(chain, 0)!;
    expect([...order].map((unit) => chain.before[unit]!.length)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('lowerBound', () => {
  it('is undercut by no order', () => {
    fc.assert(
      fc.property(problems(6), (problem) => {
        expect(lowerBound(problem)).toBeLessThanOrEqual(leastCost(problem) + 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('is tight when every link costs the same', () => {
    const problem = { ...drawnProblem(7, 0.2, 3), cost: new Float64Array(49).fill(0.25) };
    close(lowerBound(problem), 6 * 0.25);
  });

  it('is 0 for nothing and for one unit', () => {
    for (const size of [0, 1]) expect(lowerBound(drawnProblem(size, 0, 0))).toBe(0);
  });
});
