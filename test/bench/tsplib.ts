// Public instances of the sequential ordering problem and the asymmetric travelling salesman, from ../shared when it is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OrderProblem } from 'tutelage/path';
import { root } from '../project.ts';

const folder = resolve(root, '../shared/reference/path/tsplib');

/** An instance with the best cost anybody is known to have reached. */
export interface Instance {
  readonly name: string;
  readonly kind: 'sop' | 'atsp';
  readonly problem: OrderProblem;
  /** Read for the report only: no planner is told. */
  readonly known: number;
}

/** All instances of a kind; none where ../shared is absent. */
export function instancesOf(kind: Instance['kind']): Instance[] {
  if (!existsSync(folder)) return [];
  const best = JSON.parse(readFileSync(resolve(folder, 'best_known.json'), 'utf8'))[kind];
  return readdirSync(resolve(folder, kind)).map((file) => {
    const name = file.replace(/\.\w+$/, '');
    const text = readFileSync(resolve(folder, kind, file), 'utf8');
    const entry = best[name];
    const known = typeof entry === 'number' ? entry : (entry.best_known ?? entry.optimum);
    return { name, kind, known, problem: kind === 'sop' ? sopOf(text) : atspOf(text) };
  });
}

const numbersOf = (text: string): number[] =>
  text
    .slice(text.indexOf('EDGE_WEIGHT_SECTION') + 'EDGE_WEIGHT_SECTION'.length)
    .replace('EOF', '')
    .trim()
    .split(/\s+/)
    .map(Number);

/** Entry -1: column before row. */
function sopOf(text: string): OrderProblem {
  const [size, ...entries] = numbersOf(text);
  const places = Array.from({ length: size! }, (_, k) => k);
  return {
    size: size!,
    cost: Float64Array.from(entries, (value) => Math.max(0, value)),
    before: places.map((i) => places.filter((j) => entries[i * size! + j] === -1)),
  };
}

/** The tour is opened at its first city, whose copy comes last. */
function atspOf(text: string): OrderProblem {
  const cities = Number(/DIMENSION:\s*(\d+)/.exec(text)![1]);
  const entries = numbersOf(text);
  const size = cities + 1;
  const cost = new Float64Array(size * size);
  for (let i = 0; i < cities; i++) {
    for (let j = 0; j < cities; j++) cost[i * size + j] = i === j ? 0 : entries[i * cities + j]!;
    cost[i * size + cities] = entries[i * cities]!;
  }
  const all = Array.from({ length: size }, (_, k) => k);
  const before = all.map((k) => (k === 0 ? [] : k === cities ? all.slice(0, cities) : [0]));
  return { size, cost, before };
}
