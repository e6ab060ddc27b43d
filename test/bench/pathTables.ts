// The tables of docs/benchmarks/path.md.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  bitFlipMutation,
  bits,
  evaluationLimit,
  evolve,
  flipDescent,
  tournament,
  uniformCrossover,
} from 'tutelage/genetic';
import { exact, genetic, memetic, type OrderProblem, planPath } from 'tutelage/path';
import { acsCost, readAcs } from '../../examples/acs.ts';
import { stream, uniform } from '../../src/random/stream.ts';
import { root } from '../project.ts';
import { type Instance, instancesOf } from './tsplib.ts';

export const BUDGET = 150_000_000;
export const LONG = 750_000_000;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A heading row and rows of cells. */
export type Table = readonly (readonly string[])[];

export const markdown = ([head, ...rows]: Table): string =>
  [head!, head!.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const percent = (value: number) => (100 * value).toFixed(2);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
const timed = <T>(run: () => T): [value: T, ms: number] => {
  const begun = performance.now();
  const value = run();
  return [value, performance.now() - begun];
};
const seconds = (ms: number) => (ms / 1000).toFixed(ms < 100 ? 3 : 2);

/** Orders proved best, with the cap that suffices. */
export function exactTable(): Table {
  const caps: Record<string, number> = {
    ...{ ESC07: 5e5, ESC11: 5e5, ESC12: 5e5, 'br17.10': 5e5, 'p43.4': 5e5, 'ry48p.4': 5e5, rbg109a: 5e5, rbg150a: 5e5 },
    ...{ 'ft53.4': 1e6, 'ft70.4': 2e7 },
  };
  const instances = new Map(instancesOf('sop').map((instance) => [instance.name, instance]));
  const rows = Object.entries(caps).flatMap(([name, states]) => {
    const instance = instances.get(name);
    if (!instance) return [];
    const [planned, ms] = timed(() => exact({ states }).plan(instance.problem, 1));
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    return [
      [
        ...[name, String(instance.problem.size), String(instance.known), String(planned?.cost ?? 'given up')],
        ...[states.toLocaleString('en'), seconds(ms), String(memory)],
      ],
    ];
  });
  return [
    ['instance', 'units', 'best known', 'proved', 'cap on states', 's', 'MB of the whole process after it'],
    ...rows,
  ];
}

/** `memetic` on every instance, ten seeds each. */
export function memeticTable(kind: Instance['kind'], evaluations = BUDGET, only?: string): Table {
  const instances = instancesOf(kind).filter(({ name }) => only === undefined || name === only);
  const rows = instances.map(({ name, problem, known }) => {
    const runs = SEEDS.map((seed) => timed(() => memetic({ evaluations }).plan(problem, seed)!));
    const gaps = runs.map(([{ cost }]) => cost / known - 1);
    const bound = Math.max(...runs.map(([{ lowerBound }]) => lowerBound ?? 0));
    console.log(kind, name, percent(mean(gaps)));
    return [
      ...[name, String(problem.size), String(known), percent(median(gaps)), percent(mean(gaps))],
      ...[percent(Math.max(...gaps)), String(gaps.filter((gap) => gap <= 0).length)],
      ...[percent(1 - bound / known), seconds(mean(runs.map(([, ms]) => ms)))],
    ];
  });
  return [
    [
      'instance',
      'units',
      'best known',
      'median gap %',
      'mean gap %',
      'worst gap %',
      'hits of 10',
      'bound below best %',
      's',
    ],
    ...rows,
  ];
}

/** A course whose units require one to three of the twenty before them. */
export function courseOf(size: number, seed: number) {
  const from = stream(seed);
  const words = [
    'number',
    'line',
    'angle',
    'ratio',
    'graph',
    'set',
    'proof',
    'limit',
    'matrix',
    'vector',
    'chance',
    'series',
  ];
  const units = Array.from({ length: size }, (_, k) => ({
    id: `u${k}`,
    difficulty: (3 * k) / size + 2 * uniform(from),
    text: Array.from({ length: 4 }, () => words[Math.floor(uniform(from) * words.length)]).join(' '),
  }));
  const prerequisites = units.flatMap(({ id }, k): [string, string][] =>
    k === 0
      ? []
      : Array.from({ length: 1 + Math.floor(uniform(from) * 3) }, () => {
          const before = Math.max(0, k - 1 - Math.floor(uniform(from) * 20));
          return [`u${before}`, id];
        }),
  );
  return { units, prerequisites };
}

/** `planPath` with its defaults, as a course tool calls it. */
export function courseTable(): Table {
  const rows: string[][] = [];
  const geometry = resolve(root, '../shared/reference/path/prerequisites/alcpl_geometry.json');
  if (existsSync(geometry)) {
    const { nodes, edges } = JSON.parse(readFileSync(geometry, 'utf8')) as {
      nodes: string[];
      edges: [string, string][];
    };
    const units = nodes.map((id) => ({ id, text: id.replaceAll('_', ' ') }));
    const known = new Set(nodes);
    const prerequisites = edges.map(
      ([a, b]) => (known.has(a) ? [a, b] : [nodes[Number(a)]!, nodes[Number(b)]!]) as [string, string],
    );
    const [path, ms] = timed(() => planPath({ units, prerequisites }, { seed: 1 }));
    rows.push(rowOf('AL-CPL geometry', nodes.length, edges.length, ms, path));
    const fast = memetic({ evaluations: 2_000_000 });
    const [quick, quickly] = timed(() => planPath({ units, prerequisites }, { by: fast, seed: 1 }));
    rows.push(rowOf('AL-CPL geometry, memetic({ evaluations: 2e6 })', nodes.length, edges.length, quickly, quick));
  }
  const large = courseOf(1000, 1);
  const [path, ms] = timed(() => planPath(large, { seed: 1 }));
  rows.push(rowOf('generated', 1000, large.prerequisites.length, ms, path));
  const fast = memetic({ evaluations: 20_000_000 });
  const [quick, quickly] = timed(() => planPath(large, { by: fast, seed: 1 }));
  rows.push(rowOf('generated, memetic({ evaluations: 2e7 })', 1000, large.prerequisites.length, quickly, quick));
  const small = SEEDS.map((seed) => courseOf(30, seed));
  for (const problem of small) planPath(problem);
  const runs = small.map((problem, k) => timed(() => planPath(problem, { seed: SEEDS[k]! })));
  const worst = Math.max(...runs.map(([, each]) => each));
  const proved = runs.filter(([{ proof }]) => proof === 'optimal').length;
  rows.push([
    'ten generated',
    '30',
    '',
    `${seconds(worst)} (slowest)`,
    `${proved} of 10 optimal`,
    percent(Math.max(...runs.map(([{ gap }]) => gap))),
  ]);
  return [['course', 'units', 'prerequisites', 's', 'proof', 'gap to the bound %'], ...rows];
}

const rowOf = (
  name: string,
  units: number,
  pairs: number,
  ms: number,
  { proof, gap }: { proof: string; gap: number },
) => [...[name, String(units), String(pairs), seconds(ms), proof, percent(gap)]];

/** Which materials for which learner: mean cost over the 24 learners and ten seeds, at equal evaluations. */
export function acsTable(): Table {
  const instance = readAcs();
  const size = instance.num_materials;
  const costs = Array.from({ length: instance.num_learners }, (_, learner) => acsCost(instance, learner));
  const solvers: Record<string, (cost: (typeof costs)[number], evaluations: number, seed: number) => number> = {
    'plain genetic algorithm on bits (`evolve`: tournament, uniform crossover, bit flips, 50 individuals)': (
      cost,
      evaluations,
      seed,
    ) =>
      -evolve({
        ...{ genome: bits(size), fitness: (genes: Int32Array) => -cost(genes), select: tournament() },
        ...{ cross: uniformCrossover(), mutate: bitFlipMutation(), stop: evaluationLimit(evaluations), seed },
      }).fitness,
    '`flipDescent`': (cost, evaluations, seed) => flipDescent({ size, cost, evaluations, seed }).cost,
  };
  const rows = Object.entries(solvers).map(([name, solve]) => [
    name,
    ...[20_000, 200_000].flatMap((evaluations) => {
      const means: number[] = [];
      const [, ms] = timed(() => {
        for (const seed of SEEDS) means.push(mean(costs.map((cost) => solve(cost, evaluations, seed))));
      });
      return [
        `${mean(means).toFixed(2)} (${Math.min(...means).toFixed(2)} to ${Math.max(...means).toFixed(2)})`,
        seconds(ms / 240),
      ];
    }),
  ]);
  return [
    ['solver', 'mean cost at 20,000', 's a learner', 'mean cost at 200,000', 's a learner'],
    ["the benchmark's own genetic algorithm (research notes, one run)", '10.04', '', '', ''],
    ['iterated descent of the research notes (one run)', '9.17', '0.135', '6.99', ''],
    ...rows,
  ];
}

/** Orders of 34 units priced per millisecond; each line is the median of five fresh processes. */
export function throughputTable(): Table {
  const script = resolve(import.meta.dirname, 'geneticRivalsRun.ts');
  const rows = [300, 4000].flatMap((generations) => {
    const runs = Array.from({ length: 5 }, () =>
      JSON.parse(execFileSync('npx', ['tsx', script, String(generations)], { encoding: 'utf8', cwd: root })),
    ) as Record<string, number>[];
    const of = (name: string) => median(runs.map((run) => run[name]!));
    const [mine, rivals] = [of('ours'), [of('geneticalgorithm'), of('geneticSearch')]];
    const perMs = [mine, ...rivals].map((value) => Math.round(value).toLocaleString('en'));
    return [[`${generations} generations, cold`, ...perMs, ...rivals.map((value) => (mine / value).toFixed(1))]];
  });
  return [
    ['run', '`evolve`', 'geneticalgorithm 1.0.2', 'genetic-search 13.5.0', 'times the first', 'times the second'],
    ...rows,
  ];
}

/** The scheme of Chen, the memetic planner and the proof, on random relations of 34 units and on TSPLIB. */
export function plannerTable(): Table {
  const from = stream(1);
  const random: OrderProblem = {
    size: 34,
    cost: Float64Array.from({ length: 34 * 34 }, () => uniform(from)),
    before: Array.from({ length: 34 }, () => []),
  };
  const course = instancesOf('sop').filter(({ name }) => ['ft53.4', 'ry48p.4', 'rbg109a'].includes(name));
  const problems = [{ name: 'random, 34 units, no prerequisites', problem: random }, ...course];
  const rows = problems.flatMap(({ name, problem }) =>
    Object.entries({
      'genetic() as in chen2008': genetic(),
      'genetic(), 4,000 generations': genetic({ generations: 4000, without: 4000 }),
      'memetic({ evaluations: 1e6 })': memetic({ evaluations: 1_000_000 }),
      'memetic()': memetic(),
      'exact({ states: 2e6 })': exact({ states: 2_000_000 }),
    }).map(([label, planner]) => {
      const runs = SEEDS.map((seed) => timed(() => planner.plan(problem, seed)));
      const costs = runs.flatMap(([planned]) => planned?.cost ?? []);
      const ms = mean(runs.map(([, each]) => each));
      return [
        name,
        label,
        costs.length ? mean(costs).toFixed(problem.size === 34 ? 4 : 1) : 'gave up',
        runs[0]![0]?.proof ?? '',
        seconds(ms),
      ];
    }),
  );
  return [['problem', 'planner', 'mean cost', 'proof', 's'], ...rows];
}
