import { calibrate, type Item, probabilities, responseMatrix } from 'tutelage/irt';
import { itemFit } from 'tutelage/irt/analysis';
import { describe, expect, it } from 'vitest';
import { mirtMatrix } from '../../reference/irt/mirtSets.ts';
import { solved, versus } from '../../tolerance.ts';
import { isThere, itemsOf, qualityOf } from './quality.ts';

/** Sets and fits of mirt, and how many items join the same cells; those of 0 and 1 all do. */
const SETS = [
  ['lsat6', '2PL'],
  ['lsat6', 'Rasch'],
  ['lsat7', '2PL'],
  ['lsat7', 'Rasch'],
  ['deayala', '2PL'],
  ['sat12', '2PL'],
  ['fraction_subtraction', '2PL'],
  ['mathexam14w', '2PL'],
  ['erm_raschdat1', 'Rasch'],
  ['verbal_dichotomous', '2PL'],
  ['erm_pcmdat2', 'PCM'],
  ['science4', 'gpcm'],
  // mirt joins rare categories over all scores, and scores after closing the gaps that joined categories left; we keep categories apart
  ['science4', 'graded', 2],
  ['science4', 'PCM', 3],
  ['ltm_environment', 'graded', 4],
  ['ltm_environment', 'gpcm', 4],
  ['verbal_polytomous', 'graded', 16],
  ['verbal_polytomous', 'PCM', 15],
  ['verbal_polytomous', 'gpcm', 16],
] as const;

describe.each(SETS)('S-X2 of %s, %s', (set, fit, alike?: number) => {
  it.skipIf(!isThere(set))('is that of mirt wherever the same cells are joined', () => {
    const matrix = mirtMatrix(set);
    const { items, sd } = itemsOf(set, fit, matrix.itemIds);
    const mirt = qualityOf(set, fit).S_X2;
    const found = itemFit(items, matrix, { population: { mean: 0, sd } });
    const isSame = (j: number) =>
      found[j]!.df === mirt['df.S_X2'][j] &&
      Math.abs(found[j]!.sX2 - mirt.S_X2[j]!) < 1e-3 * Math.max(1, mirt.S_X2[j]!);
    const same = items.flatMap((_, j) => (isSame(j) ? [j] : []));
    expect(same.length).toBeGreaterThanOrEqual(alike ?? items.length);
    for (const j of same) {
      versus('mirt', 1e-4)(found[j]!.p!, mirt['p.S_X2'][j]!);
      versus('mirt', 1e-4)(found[j]!.rmsea!, mirt['RMSEA.S_X2'][j]!);
    }
  });
});

describe('itemFit', () => {
  const items = [-1, 0, 0.5, 1].map((b, k): Item => ({ id: `q${k}`, model: '2pl', a: 1 + 0.2 * k, b }));
  const patterns = Array.from({ length: 16 }, (_, k) => [0, 1, 2, 3].map((j) => (k >> j) & 1));

  it('expects what integration over all patterns expects, and loses nobody by joining', () => {
    const rows = patterns.flatMap((row, k) => Array.from({ length: 3 + ((5 * k) % 7) }, () => row));
    const [fit] = itemFit(items, responseMatrix(rows, { items: items.map(({ id }) => id) }), { leastExpected: 1e-9 });
    const nodes = Array.from({ length: 241 }, (_, q) => -6 + q / 20);
    const pattern = (row: readonly number[]) =>
      nodes.reduce(
        (sum, t) =>
          sum + Math.exp((-t * t) / 2) * items.reduce((p, item, j) => p * probabilities(item, t)[row[j]!]!, 1),
        0,
      );
    const scoreOf = (row: readonly number[]) => row.reduce((sum, answer) => sum + answer, 0);
    const chance = (score: number, right: boolean) =>
      patterns
        .filter((row) => scoreOf(row) === score && (!right || row[0] === 1))
        .reduce((sum, row) => sum + pattern(row), 0);
    for (const score of [1, 2, 3]) {
      const persons = rows.filter((row) => scoreOf(row) === score).length;
      const right = fit!.cells.find((cell) => cell.scores[0] === score && cell.categories[0] === 1)!;
      solved(right.expected, (persons * chance(score, true)) / chance(score, false));
      expect(right.observed).toBe(rows.filter((row) => scoreOf(row) === score && row[0] === 1).length);
    }
    const joined = itemFit(items, responseMatrix(rows, { items: items.map(({ id }) => id) }), { leastExpected: 8 });
    for (const { cells } of joined) {
      expect(cells.reduce((sum, { observed }) => sum + observed, 0)).toBe(
        rows.filter((row) => scoreOf(row) % 4 > 0).length,
      );
      for (const { expected } of cells) expect(expected).toBeGreaterThanOrEqual(8);
    }
  });

  it('takes no degrees of freedom for parameters known beforehand', () => {
    const rows = patterns.flatMap((row) => Array.from({ length: 9 }, () => row));
    const matrix = responseMatrix(rows, { items: items.map(({ id }) => id) });
    const [estimated, known] = [true, false].map((isCalibrated) => itemFit(items, matrix, { isCalibrated })[0]!);
    expect(known!.df - estimated!.df).toBe(2);
    expect(known!.sX2).toBe(estimated!.sX2);
  });

  it('says how many persons are left, and nothing where there is nothing to compare', () => {
    const names = { items: items.map(({ id }) => id) };
    const some = itemFit(items, responseMatrix([[1, 0, null, 1], [1, 1, 0, 0], [0, 1, 0, 1]], names)); // biome-ignore format: rows
    expect(some.map(({ n, p, rmsea }) => [n, p, rmsea])).toEqual(items.map(() => [2, null, null]));
    expect(itemFit(items, responseMatrix([], names))[0]).toMatchObject({ n: 0, sX2: 0, p: null, cells: [] });
    expect(itemFit([items[0]!], responseMatrix([[1], [0]], { items: ['q0'] }))[0]).toMatchObject({ n: 2, p: null });
    expect(itemFit([], responseMatrix([[null]]))).toEqual([]);
    expect(JSON.stringify(some)).not.toMatch(/NaN|Infinity/);
    expect(() => itemFit(items, responseMatrix([]), { leastExpected: 0 })).toThrow(/leastExpected/);
    expect(() => itemFit(items, responseMatrix([[2]], { items: ['q0'] }))).toThrow(/from 0 to 1/);
  });

  it('finds the item that two traits share', () => {
    // q0 follows another trait than the rest: answers to it say nothing of the score
    const rows = Array.from({ length: 800 }, (_, i) => {
      const theta = ((i * 0.6180339887) % 1) * 6 - 3;
      return [0, 1, 2, 3, 4, 5].map((j) => {
        const chance = ((i * 7919 + j * 104729 + 11 * i * j) % 1009) / 1009;
        return chance < (j === 0 ? 0.5 : 1 / (1 + Math.exp((j - 3) / 2 - 1.5 * theta))) ? 1 : 0;
      });
    });
    const matrix = responseMatrix(rows);
    const fit = calibrate(matrix, { model: 'rasch' });
    const p = itemFit(fit.items, matrix, { population: fit.population[0]! }).map((item) => item.p!);
    expect(p[0]).toBeLessThan(1e-9);
    expect(Math.min(...p.slice(1))).toBeGreaterThan(p[0]! * 1000);
  });
});
