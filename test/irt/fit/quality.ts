// Items and quality figures of mirt's fits: LSAT6 and LSAT7 from the repository, other sets where ../shared is there.
import { readFileSync } from 'node:fs';
import type { Item } from 'tutelage/irt';
import { isThere, mirtFits, sharedText } from '../../reference/irt/mirtSets.ts';

interface MeanSquareTable {
  readonly outfit: readonly number[];
  readonly 'z.outfit': readonly number[];
  readonly infit: readonly number[];
  readonly 'z.infit': readonly number[];
  readonly Zh?: readonly number[];
}

export interface Quality {
  readonly testinfo: { readonly theta: readonly number[]; readonly info: readonly number[] };
  readonly expected_test: readonly number[];
  readonly marginal_rxx: number;
  readonly empirical_rxx_EAP: number;
  readonly M2: {
    readonly M2: number;
    readonly df: number;
    readonly p: number;
    readonly RMSEA: number;
    readonly RMSEA_5: number;
    readonly RMSEA_95: number;
    readonly SRMSR: number;
  };
  readonly S_X2: Readonly<Record<'S_X2' | 'df.S_X2' | 'p.S_X2' | 'RMSEA.S_X2', readonly number[]>>;
  readonly infit_EAP: MeanSquareTable;
  readonly personfit_EAP_first20: MeanSquareTable;
  readonly Q3: readonly (readonly number[])[];
}

export { isThere };

export function qualityOf(set: string, fit: string): Quality {
  if (set !== 'lsat6' && set !== 'lsat7') return JSON.parse(sharedText(`mirt/${set}.json`))[fit];
  return JSON.parse(readFileSync(new URL('../../reference/irt/lsatQuality.json', import.meta.url), 'utf8'))[set][fit];
}

/** The items of a fit with the names of the matrix. */
export function itemsOf(set: string, fit: string, ids: readonly string[]): { items: Item[]; sd: number } {
  const { IRTpars, var: variance } = mirtFits(set)[fit]!;
  const items = IRTpars.items.map((row, j): Item => {
    const id = ids[j]!;
    if (fit === 'Rasch') return { id, model: 'rasch', b: row[1]! };
    if (fit === 'graded' || fit === 'gpcm') return { id, model: fit, a: row[0]!, b: row.slice(1) };
    if (fit === 'PCM') return { id, model: 'pcm', b: row.slice(1) };
    return { id, model: '2pl', a: row[0]!, b: row[1]! };
  });
  return { items, sd: Math.sqrt(variance) };
}
