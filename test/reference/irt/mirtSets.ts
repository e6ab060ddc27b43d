import { existsSync, readFileSync } from 'node:fs';
import { type Answer, type ResponseMatrix, responseMatrix } from 'tutelage/irt';
import { lsatMatrix } from './lsat.ts';

/** Reference data that may not be copied into the repository (GPL packages); tests that need them are skipped when absent. */
const SHARED = new URL('../../../../shared/reference/irt/', import.meta.url);
const shipped = new Set(['lsat6', 'lsat7']);

/** Whether a data set is there. */
export const isThere = (set: string): boolean => shipped.has(set) || existsSync(new URL(`mirt/${set}.json`, SHARED));

/** A file of the shared reference as text. */
export const sharedText = (path: string): string => readFileSync(new URL(path, SHARED), 'utf8');

/** Fits of a set, by model, as mirt printed them. */
export function mirtFits(set: string): Readonly<Record<string, MirtSet>> {
  const own = new URL(`./${set}.json`, import.meta.url);
  return JSON.parse(shipped.has(set) && existsSync(own) ? readFileSync(own, 'utf8') : sharedText(`mirt/${set}.json`));
}

/** A fit of mirt 1.45.1, as far as tests read it. */
export interface MirtSet {
  readonly logLik: number;
  readonly nest: number;
  readonly AIC: number;
  readonly BIC: number;
  readonly var: number;
  readonly IRTpars: { readonly columns: readonly string[]; readonly items: readonly (readonly number[])[] };
  readonly slopeIntercept: { readonly columns: readonly string[]; readonly items: readonly (readonly number[])[] };
  readonly SE_IRTpars: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly SE: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

const FILES: Readonly<Record<string, readonly [file: string, columns?: RegExp]>> = {
  sat12: ['sat12_scored'],
  verbal_dichotomous: ['difr_verbal', /^S/],
  verbal_polytomous: ['verbal_aggression', /^S\d/],
  bfi_C: ['bfi', /^C\d/],
  deayala: ['deayala_patterns'],
};

/** Statements that mean the opposite, to which mirt gave negative slopes. */
const REVERSED = new Set(['C4', 'C5']);

/** The answers, each item from category 0 on. */
export function mirtMatrix(set: string): ResponseMatrix {
  if (set === 'lsat6' || set === 'lsat7') return lsatMatrix(set);
  const [file, columns] = FILES[set] ?? [set];
  const [head, ...lines] = sharedText(`data/${file}.csv`).trim().split('\n');
  const names = head!.split(',').map((name) => name.replaceAll('"', ''));
  const items = Object.keys(mirtFits(set)[Object.keys(mirtFits(set)).find((key) => key !== 'about' && key !== 'data')!]!.SE);
  const wanted = names.flatMap((name, column) =>
    /^freq/i.test(name) || (columns ? !columns.test(name) : !items.includes(name) && !items.includes(name.replace(' ', '.')))
      ? []
      : [column],
  );
  const times = names.findIndex((name) => /^freq/i.test(name));
  const rows = lines.flatMap((line): (number | null)[][] => {
    const cells = line.split(',');
    const row = wanted.map((column) => (/^-?\d+$/.test(cells[column]!.trim()) ? Number(cells[column]) : null));
    return Array.from({ length: times < 0 ? 1 : Number(cells[times]) }, () => row);
  });
  const least = wanted.map((_, j) => Math.min(...rows.map((row) => row[j] ?? Infinity)));
  const most = wanted.map((_, j) => Math.max(...rows.map((row) => row[j] ?? -Infinity)));
  const answers = rows.map((row) =>
    row.map((answer, j): Answer => {
      if (answer === null) return null;
      return REVERSED.has(names[wanted[j]!]!) ? most[j]! - answer : answer - least[j]!;
    }),
  );
  return responseMatrix(answers, { items: wanted.map((column) => names[column]!) });
}
