import { exact, localSearch } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { optima, sopInstance } from '../../reference/path/sop.ts';
import { close } from '../../tolerance.ts';
import { costOf, drawnProblem, keeps, leastCost } from '../orders.ts';

describe('localSearch', () => {
  it.each(optima)('reaches the optimum of TSPLIB %s with seeds 1 to 5: %i', (name, optimum) => {
    const problem = sopInstance(name);
    for (const seed of [1, 2, 3, 4, 5]) {
      const { order, cost } = localSearch({ evaluations: 200_000 }).plan(problem, seed)!;
      expect(cost).toBe(optimum);
      expect(costOf(problem, order)).toBe(optimum);
      expect(keeps(problem, order)).toBe(true);
    }
  });

  it('reaches the best of all orders on 60 small problems', () => {
    for (let seed = 0; seed < 60; seed++) {
      const problem = drawnProblem(seed % 8, [0, 0.2, 0.6][seed % 3]!, seed);
      close(localSearch({ evaluations: 20_000 }).plan(problem, seed)!.cost, leastCost(problem));
    }
  });

  it('reaches the proven optimum of 13 units with its default budget, with and without precedences', () => {
    for (let seed = 0; seed < 8; seed++) {
      const problem = drawnProblem(13, seed % 2 ? 0.1 : 0, seed);
      close(localSearch().plan(problem, seed)!.cost, exact().plan(problem, 0)!.cost);
    }
  });

  it('stays within its budget', () => {
    for (const evaluations of [1, 10, 999]) {
      const planned = localSearch({ evaluations }).plan(drawnProblem(40, 0.05, 2), 3)!;
      expect(planned.evaluations).toBeLessThanOrEqual(evaluations);
      expect(keeps(drawnProblem(40, 0.05, 2), planned.order)).toBe(true);
    }
  });

  it('gets no worse with a larger budget and the same seed', () => {
    const problem = drawnProblem(40, 0.02, 9);
    const costs = [1, 1000, 10_000, 100_000, 1_000_000].map(
      (evaluations) => localSearch({ evaluations }).plan(problem, 4)!.cost,
    );
    for (const [k, cost] of costs.slice(1).entries()) expect(cost).toBeLessThanOrEqual(costs[k]!);
    expect(costs.at(-1)!).toBeLessThan(costs[0]!);
  });

  it('ends at once with a proof when it reaches the lower bound', () => {
    const even = { ...drawnProblem(50, 0.05, 1), cost: new Float64Array(2500).fill(0.5) };
    const { proof, evaluations } = localSearch().plan(even, 0)!;
    expect(proof).toBe('optimal');
    expect(evaluations).toBeLessThan(100_000);
  });

  it('refuses a budget that is no whole number of at least 1', () => {
    for (const evaluations of [0, 0.5, Number.NaN])
      expect(() => localSearch({ evaluations })).toThrow(/localSearch: evaluations/);
  });
});
