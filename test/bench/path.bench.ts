import { Bench } from 'tinybench';
import { genetic, memetic, type OrderProblem } from 'tutelage/path';
import { stream, uniform } from '../../src/random/stream.ts';
import type { BenchRow } from './run.ts';

const UNITS = 34;

/** The planners on random costs of 34 units. */
export async function bench(): Promise<BenchRow[]> {
  const from = stream(1);
  const problem: OrderProblem = {
    size: UNITS,
    cost: Float64Array.from({ length: UNITS * UNITS }, () => uniform(from)),
    before: Array.from({ length: UNITS }, () => []),
  };
  const planners = {
    genetic: genetic({ generations: 1000, without: 1000 }),
    memetic: memetic({ evaluations: 1_000_000 }),
  };
  const runs = new Bench({ time: 1000, iterations: 5, warmupTime: 100, warmupIterations: 1 });
  for (const [name, planner] of Object.entries(planners)) runs.add(name, () => void planner.plan(problem, 1));
  await runs.run();
  return Object.entries(planners).map(([name, planner]) => {
    const { result } = runs.getTask(name)!;
    if (result?.state !== 'completed') throw new Error(`bench: ${name} did not complete`);
    const { evaluations } = planner.plan(problem, 1)!;
    const unit = name === 'genetic' ? 'order of 34 units, bred and priced' : 'change of an order, priced';
    return { name, unit, nsPerUnit: (result.latency.p50 * 1e6) / evaluations, yardstick: 'pathCost' };
  });
}
