import { memetic } from 'tutelage/path';
import { expect, it } from 'vitest';
import { constrained, drawnProblem, leastCost } from '../orders.ts';

it('misses the best order of 600 small problems never, and with costs of positions, locks and deadlines 4 times', () => {
  const planner = memetic({ evaluations: 20_000 });
  let [plain, bound] = [0, 0];
  for (let seed = 0; seed < 600; seed++) {
    const problem = drawnProblem(seed % 8, [0, 0.2, 0.6][seed % 3]!, seed);
    const harder = constrained(problem, seed);
    if (planner.plan(problem, seed)!.cost > leastCost(problem) + 1e-9) plain++;
    if (planner.plan(harder, seed)!.cost > leastCost(harder) + 1e-9) bound++;
  }
  expect(plain).toBe(0);
  expect(bound).toBeLessThanOrEqual(4);
});
