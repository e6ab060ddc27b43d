import { readFileSync } from 'node:fs';
import { type ResponseMatrix, responseMatrix } from 'tutelage/irt';

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** A fit as mirt printed it. */
export interface MirtFit {
  readonly nobs: number;
  readonly logLik: number;
  readonly AIC: number;
  readonly BIC: number;
  readonly var: number;
  readonly slopeIntercept: { readonly items: readonly (readonly number[])[] };
  readonly IRTpars: { readonly items: readonly (readonly number[])[] };
  readonly SE: Readonly<Record<string, { readonly d: number; readonly COV_11?: number }>>;
  readonly testinfo: { readonly theta: readonly number[]; readonly info: readonly number[] };
  readonly iteminfo: readonly (readonly number[])[];
  readonly probtrace_item1: readonly (readonly number[])[];
  readonly scores: {
    readonly patterns: readonly (readonly number[])[];
    readonly EAP: { readonly theta: readonly number[]; readonly se: readonly number[] };
  };
}

/** One row per person. */
export function lsatMatrix(set: 'lsat6' | 'lsat7'): ResponseMatrix {
  const lines = file(`./${set}_patterns.csv`).trim().split('\n').slice(1);
  const rows = lines.flatMap((line) => {
    const numbers = line.split(',').map(Number);
    return Array.from({ length: numbers.at(-1)! }, () => numbers.slice(0, -1));
  });
  return responseMatrix(rows);
}

export function mirtFit(set: 'lsat6' | 'lsat7', model: 'Rasch' | '1PL' | '2PL'): MirtFit {
  return JSON.parse(file(`./${set}.json`))[model];
}
