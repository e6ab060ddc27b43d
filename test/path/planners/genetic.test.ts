import { exact, genetic, memetic } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { sopInstance } from '../../reference/path/sop.ts';
import { drawnProblem, keeps, leastCost } from '../orders.ts';

describe('genetic', () => {
  it('reaches the best of all orders on most of 30 small problems and stays near it on the others', () => {
    let hits = 0;
    for (let seed = 0; seed < 30; seed++) {
      const problem = drawnProblem(7, [0, 0.2, 0.6][seed % 3]!, seed);
      const least = leastCost(problem);
      const { cost } = genetic().plan(problem, seed)!;
      if (cost <= least + 1e-12) hits++;
      expect(cost).toBeLessThan(least * 1.5);
    }
    expect(hits).toBeGreaterThanOrEqual(20);
  });

  it('comes near the optimum of nine units that exact proves', () => {
    const gaps = Array.from({ length: 10 }, (_, seed) => {
      const problem = drawnProblem(9, 0, 100 + seed);
      const { cost } = genetic({ generations: 500, without: 500 }).plan(problem, seed)!;
      return cost / exact().plan(problem, 0)!.cost - 1;
    });
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.1);
  });

  it('keeps the precedences of TSPLIB instances', () => {
    for (const name of ['ESC12', 'br17.10'] as const) {
      const problem = sopInstance(name);
      expect(keeps(problem, genetic().plan(problem, 1)!.order)).toBe(true);
    }
  });

  it('is beaten by memetic on 60 units', () => {
    const problem = drawnProblem(60, 0, 1);
    expect(memetic().plan(problem, 1)!.cost).toBeLessThan(genetic().plan(problem, 1)!.cost);
  });

  it('has an order for nothing and for one unit', () => {
    for (const size of [0, 1]) expect(genetic().plan(drawnProblem(size, 0, 0), 0)!.order).toHaveLength(size);
  });

  it('tells its settings, and refuses those that make no sense', () => {
    expect(genetic({ population: 20 }).options).toMatchObject({
      population: 20,
      crossoverRate: 0.9,
      mutationRate: 0.1,
    });
    for (const options of [
      { population: 0 },
      { elite: 51 },
      { crossoverRate: 2 },
      { mutationRate: -1 },
      { generations: 0 },
    ]) {
      expect(() => genetic(options).plan(drawnProblem(4, 0, 0), 0)).toThrow(RangeError);
    }
  });
});
