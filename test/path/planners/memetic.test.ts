import fc from 'fast-check';
import { exact, memetic } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { larger, optima, sopInstance } from '../../reference/path/sop.ts';
import { close } from '../../tolerance.ts';
import { constrained, constrainedProblems, costOf, drawnProblem, keeps, leastCost } from '../orders.ts';

describe('memetic', () => {
  it.each([...optima, ...larger])('reaches the optimum of TSPLIB %s with seeds 1 to 3: %i', (name, optimum) => {
    const problem = sopInstance(name);
    for (const seed of [1, 2, 3]) {
      const { order, cost, lowerBound } = memetic({ evaluations: 3_000_000 }).plan(problem, seed)!;
      expect(cost).toBe(optimum);
      expect(costOf(problem, order)).toBe(optimum);
      expect(keeps(problem, order)).toBe(true);
      expect(lowerBound).toBeLessThanOrEqual(optimum);
    }
  });

  it('reaches the best of all orders on 60 small problems, and on 59 of 60 with costs of positions, locks and deadlines', () => {
    let missed = 0; // locks and deadlines can separate good orders by more than a local search crosses: 4 of 600
    for (let seed = 0; seed < 60; seed++) {
      const problem = drawnProblem(seed % 8, [0, 0.2, 0.6][seed % 3]!, seed);
      const planner = memetic({ evaluations: 20_000 });
      close(planner.plan(problem, seed)!.cost, leastCost(problem));
      const harder = constrained(problem, seed);
      const { order, cost } = planner.plan(harder, seed)!;
      expect(keeps(harder, order)).toBe(true);
      const least = leastCost(harder);
      if (cost > least + 1e-9) missed++;
      else close(cost, least);
    }
    expect(missed).toBeLessThanOrEqual(1);
  });

  it('reaches the proven optimum of 13 units with its default budget, with and without precedences', () => {
    for (let seed = 0; seed < 8; seed++) {
      const problem = drawnProblem(13, seed % 2 ? 0.1 : 0, seed);
      close(memetic().plan(problem, seed)!.cost, exact().plan(problem, 0)!.cost);
    }
  });

  it('comes within a percent of the proven optimum of 20 units with constraints, on average', () => {
    let gaps = 0;
    for (let seed = 0; seed < 8; seed++) {
      const problem = constrained(drawnProblem(20, 0.1, seed), seed);
      const best = exact({ states: 3_000_000 }).plan(problem, 0)!.cost;
      gaps += memetic().plan(problem, seed)!.cost / best - 1;
    }
    expect(gaps / 8).toBeLessThan(0.01);
  });

  it('keeps every lock and deadline that a first order keeps, whatever the budget', () => {
    fc.assert(
      fc.property(constrainedProblems(12), fc.nat(9), (problem, seed) => {
        const planned = memetic({ evaluations: 500 }).plan(problem, seed);
        if (planned) expect(keeps(problem, planned.order)).toBe(true);
      }),
    );
  });

  it('stays near its budget', () => {
    for (const evaluations of [1, 10, 999, 20_000]) {
      const planned = memetic({ evaluations }).plan(drawnProblem(40, 0.05, 2), 3)!;
      expect(planned.evaluations).toBeLessThanOrEqual(evaluations + 40 * 100); // looks at one unit to the end
      expect(keeps(drawnProblem(40, 0.05, 2), planned.order)).toBe(true);
    }
  });

  it('is much better with a larger budget', () => {
    const problem = drawnProblem(60, 0.02, 9);
    const [little, much] = [1000, 3_000_000].map((evaluations) => memetic({ evaluations }).plan(problem, 4)!.cost);
    expect(much!).toBeLessThan(0.9 * little!);
  });

  it('ends at once with a proof when it reaches the lower bound, and when only one order is allowed', () => {
    const even = { ...drawnProblem(50, 0.05, 1), cost: new Float64Array(2500).fill(0.5) };
    const { proof, evaluations } = memetic().plan(even, 0)!;
    expect(proof).toBe('optimal');
    expect(evaluations).toBeLessThan(100_000);
    expect(memetic().plan(drawnProblem(30, 1, 1), 0)).toMatchObject({ proof: 'optimal', evaluations: 1 });
  });

  it('has an order for nothing and for one unit, and gives up on locks that cannot be kept', () => {
    for (const size of [0, 1]) expect(memetic().plan(drawnProblem(size, 0, 0), 0)!.order).toHaveLength(size);
    const torn = { ...drawnProblem(3, 0, 1), locked: Int32Array.of(1, 1, -1) };
    expect(memetic().plan(torn, 0)).toBeNull();
  });

  it('refuses options that are no whole numbers in their range', () => {
    for (const evaluations of [0, 0.5, Number.NaN])
      expect(() => memetic({ evaluations })).toThrow(/memetic: evaluations/);
    expect(() => memetic({ population: 0 })).toThrow(/memetic: population/);
    expect(() => memetic({ children: -1 })).toThrow(/memetic: children/);
  });
});
