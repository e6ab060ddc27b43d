import { readFileSync } from 'node:fs';
import type { OrderProblem } from 'tutelage/path';

/** A TSPLIB instance of the sequential ordering problem. */
export function sopInstance(name: string): OrderProblem {
  const text = readFileSync(new URL(`./${name}.sop`, import.meta.url), 'utf8');
  const [size, ...entries] = text
    .slice(text.indexOf('EDGE_WEIGHT_SECTION') + 'EDGE_WEIGHT_SECTION'.length)
    .replace('EOF', '')
    .trim()
    .split(/\s+/)
    .map(Number);
  const before = Array.from({ length: size! }, (_, i) =>
    Array.from({ length: size! }, (_, j) => j).filter((j) => entries[i * size! + j] === -1),
  );
  return { size: size!, cost: Float64Array.from(entries, (value) => Math.max(0, value)), before };
}

export const optima: readonly (readonly [name: string, cost: number])[] = [
  ['ESC07', 2125],
  ['ESC11', 2075],
  ['ESC12', 1675],
  ['br17.10', 55],
];

/** Larger ones, proved by the research notes' own dynamic program. */
export const larger: readonly (readonly [name: string, cost: number])[] = [
  ['p43.4', 83005],
  ['ft53.4', 14425],
  ['ry48p.4', 31446],
  ['rbg109a', 1038],
];
