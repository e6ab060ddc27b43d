import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { Bench } from 'tinybench';
import { genetic, memetic, type OrderProblem } from 'tutelage/path';
import { stream, uniform } from '../../src/random/stream.ts';
import { root } from '../project.ts';
import { SINGLE_IMPORTS, sizeOf, WHOLE_ENTRIES } from '../sizes/sizes.ts';
import {
  acsTable,
  BUDGET,
  courseTable,
  exactTable,
  LONG,
  markdown,
  memeticTable,
  plannerTable,
  throughputTable,
} from './pathTables.ts';
import type { BenchRow } from './run.ts';

const UNITS = 34;

/** The planners on random costs of 34 units, and every table of docs/benchmarks/path.md: about half an hour. */
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
  await report();
  return Object.entries(planners).map(([name, planner]) => {
    const { result } = runs.getTask(name)!;
    if (result?.state !== 'completed') throw new Error(`bench: ${name} did not complete`);
    const { evaluations } = planner.plan(problem, 1)!;
    const unit = name === 'genetic' ? 'order of 34 units, bred and priced' : 'change of an order, priced';
    return { name, unit, nsPerUnit: (result.latency.p50 * 1e6) / evaluations, yardstick: 'pathCost' };
  });
}

async function report(): Promise<void> {
  const sizes = [...SINGLE_IMPORTS, ...WHOLE_ENTRIES].filter(({ name }) =>
    ['chen2008', 'tutelage/path', 'tutelage/genetic'].includes(name),
  );
  const sizeRows = await Promise.all(sizes.map(async ({ name, code }) => [name, (await sizeOf(code)).kB.toFixed(1)]));
  const throughput = throughputTable();
  const exactly = exactTable();
  const text = `# Benchmarks of the path room

Written by \`npm run bench -- path\` with Node ${process.version} on ${cpus()[0]?.model ?? 'an unknown processor'}; about half an hour. The public instances are
read from \`../shared\` and skipped where that is absent. Budgets are counted in evaluations, so that the costs (not the seconds) are the same on
every machine. No planner is told a best known cost; "best known" only serves for the gaps. What follows from these tables, and where they miss
what was aimed at, is at the end of [paths](../paths.md).

## Orders proved best: \`exact\`

${markdown(exactly)}

## The sequential ordering problem: \`memetic({ evaluations: ${BUDGET.toLocaleString('en')} })\`, seeds 1 to 10

"Hits": runs that reach the best known cost. "Bound below best": how far the lower bound that the planner returns stays below it.

${markdown(memeticTable('sop'))}

## The one that stays far from the best known, with five times the budget: ${LONG.toLocaleString('en')} evaluations

${markdown(memeticTable('sop', LONG, 'prob.100'))}

## The asymmetric travelling salesman, opened at its first city: the same

${markdown(memeticTable('atsp'))}

## Planners side by side, seeds 1 to 10

${markdown(plannerTable())}

## Courses: \`planPath\` with its defaults

${markdown(courseTable())}

## Choosing materials: the real instance of the ACS benchmark, 24 learners, 284 materials, seeds 1 to 10

In brackets the best and the worst seed.

${markdown(acsTable())}

## Throughput of the plain genetic algorithm: orders of 34 units priced in a millisecond

The same population (50), order crossover, swap mutation and prices; median of five processes that each run all three in turn.

${markdown(throughput)}

## Size of a bundle, minified and gzipped

${markdown([['import', 'kB'], ...sizeRows])}
`;
  mkdirSync(resolve(root, 'docs/benchmarks'), { recursive: true });
  writeFileSync(resolve(root, 'docs/benchmarks/path.md'), text);
}
