import { existsSync, readFileSync } from 'node:fs';
import { type ResponseMatrix, responseMatrix } from '../../../../src/irt/responseMatrix.ts';

const folder = '../shared/reference/irt';

/** Whether the references that may not be shipped are here. */
export const isHere = existsSync(`${folder}/other/erm.json`);

const file = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

/** A fit as eRm 1.0-2 printed it; betapar are easinesses, of partial credit items cumulated over steps. */
export interface ErmFit {
  readonly condLogLik: number;
  readonly npar: number;
  readonly betapar: readonly number[];
  readonly se_beta: readonly number[];
  readonly LR_median: { readonly LR: number; readonly df: number; readonly p: number };
  readonly LR_mean: { readonly LR: number; readonly df: number; readonly p: number };
}

export const ermFit = (name: string): ErmFit => JSON.parse(file('other/erm.json'))[name];

/** Joint maximum likelihood by TAM 4.3-25. */
export const tamJoint = (name: string): { readonly xsi: readonly number[] } => JSON.parse(file('other/tam.json'))[name];

/** Rows of a data file; `items` is the number of columns that are items. */
export function dataMatrix(name: string, items?: number, most = 127): ResponseMatrix {
  const [head, ...lines] = file(`data/${name}.csv`).trim().split('\n');
  const width = items ?? head!.split(',').length;
  const rows = lines.map((line) =>
    line
      .split(',')
      .slice(0, width)
      .map((cell) => (Number.isFinite(Number.parseInt(cell, 10)) ? Math.min(most, Number.parseInt(cell, 10)) : null)),
  );
  return responseMatrix(rows);
}
