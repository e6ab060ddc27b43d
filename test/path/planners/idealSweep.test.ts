import { describe, expect, it } from 'vitest';
import { idealSweep } from '../../../src/path/planners/idealSweep.ts';
import { precedenceIndex } from '../../../src/path/precedenceIndex.ts';
import { close } from '../../tolerance.ts';
import { costOf, drawnProblem, keeps, leastCost } from '../orders.ts';

const sweep = (problem: ReturnType<typeof drawnProblem>, limit = Infinity, cap = 1e6) => {
  const { size } = problem;
  const nothing = { bound: -Infinity, rest: new Float64Array(size * size), price: new Float64Array(size) };
  return idealSweep(problem, precedenceIndex(problem.before).pre, nothing, limit, cap);
};

describe('idealSweep', () => {
  it('looks at each set and each last unit as often as there are ways there: no more than n squared per set', () => {
    expect(sweep(drawnProblem(10, 1, 1)).states).toBe(10); // a chain
    expect(sweep(drawnProblem(10, 0, 1)).states).toBe(10 * 2 ** 9); // sum over k of C(10, k) (10 - k)
  });

  it('finds the best of all orders, and nothing at or below a limit that it is not below', () => {
    for (let seed = 0; seed < 30; seed++) {
      const problem = drawnProblem(1 + (seed % 7), [0, 0.3][seed % 2]!, seed);
      const least = leastCost(problem);
      const { order, bound, capped } = sweep(problem);
      close(bound, least);
      expect(capped).toBe(false);
      expect(keeps(problem, order!)).toBe(true);
      close(costOf(problem, order!), least);
      expect(sweep(problem, least)).toMatchObject({ order: null, capped: false, bound: least });
    }
  });

  it('is beyond its cap with one state less than it takes', () => {
    const problem = drawnProblem(8, 0, 1); // 8 x 2^7 = 1,024 states
    expect(sweep(problem, Infinity, 1024).capped).toBe(false);
    expect(sweep(problem, Infinity, 1023)).toMatchObject({ capped: true, order: null });
  });

  it('tells sets of more than 32 units apart', () => {
    const problem = drawnProblem(70, 0.6, 2);
    const { order } = sweep(problem);
    expect(new Set(order).size).toBe(70);
    expect(keeps(problem, order!)).toBe(true);
  });
});
