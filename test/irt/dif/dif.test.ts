import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { likelihoodRatioDif } from '../../../src/irt/dif/likelihoodRatioDif.ts';
import { logisticDif } from '../../../src/irt/dif/logisticDif.ts';
import { mantelHaenszelDif } from '../../../src/irt/dif/mantelHaenszelDif.ts';
import { responseMatrix } from '../../../src/irt/responseMatrix.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close, versus } from '../../tolerance.ts';

const shared = new URL('../../../../shared/reference/irt/', import.meta.url);
const isAbsent = !existsSync(shared);
const text = (path: string) => readFileSync(new URL(path, shared), 'utf8');
const table = (path: string) =>
  text(path)
    .trim()
    .split('\n')
    .map((line) => line.split(','));

function verbal() {
  const [, ...rows] = table('data/difr_verbal.csv');
  const matrix = responseMatrix(rows.map((row) => row.slice(0, 24).map(Number)));
  return { matrix, groups: rows.map((row) => row[25]!), focal: '1' };
}
function mathexam() {
  const [head, ...rows] = table('data/mathexam14w.csv');
  const at = head!.indexOf('group');
  const matrix = responseMatrix(rows.map((row) => row.slice(0, 13).map(Number)));
  return { matrix, groups: rows.map((row) => row[at]!), focal: '2' };
}

describe.each(['verbal', 'mathexam'] as const)('differential item functioning of %s as difR finds it', (name) => {
  const load = () => ({ ...(name === 'verbal' ? verbal() : mathexam()), of: JSON.parse(text('other/dif.json'))[name] });

  it.skipIf(isAbsent)('by Mantel and Haenszel', () => {
    const { matrix, groups, focal, of } = load();
    for (const [key, purify] of [
      ['MH', false],
      ['MH_purified', true],
    ] as const) {
      const { items } = mantelHaenszelDif(matrix, groups, { focal, purify });
      // where the correction of 1/2 is more than there is to correct, difR squares what is left; we stop at 0, as R's mantelhaen.test does
      const expected = items.map(({ statistic }, j) => (statistic === 0 ? 0 : of[key].MH[j]));
      versus('difR', 1e-6)(
        items.map(({ statistic }) => statistic!),
        expected,
      );
      versus('difR', 1e-6)(
        items.map(({ oddsRatio }) => oddsRatio!),
        of[key].alphaMH,
      );
      versus('difR', 1e-6)(
        items.map(({ delta }) => delta!),
        of[key].deltaMH,
      );
      versus('difR', 1e-6)(
        items.map(({ deltaSe }) => (deltaSe! / 2.35) ** 2),
        of[key].varLambda,
      );
      expect(items.flatMap(({ isFlagged }, j) => (isFlagged ? [j + 1] : []))).toEqual([of[key].DIFitems].flat());
    }
    const plain = mantelHaenszelDif(matrix, groups, { focal, correct: false });
    versus('difR', 1e-6)(
      plain.items.map(({ statistic }) => statistic!),
      of.MH_nocorrect,
    );
    versus('difR', 1e-6)(
      plain.items.map(({ pDifference }) => pDifference!),
      of.STD.PDIF,
    );
  });

  it.skipIf(isAbsent)('by logistic regression', () => {
    const { matrix, groups, focal, of } = load();
    for (const [key, kind, purify] of [
      ['Logistic_both', 'both', false],
      ['Logistic_udif', 'uniform', false],
      ['Logistic_nudif', 'nonuniform', false],
      ['Logistic_both_purified', 'both', true],
      ['Logistic_udif_purified', 'uniform', true],
    ] as const) {
      const { items } = logisticDif(matrix, groups, { focal, kind, purify });
      versus('difR', 1e-6)(
        items.map(({ statistic }) => statistic),
        of[key].stat,
      );
      versus('difR', 1e-6)(
        items.map(({ r2Change }) => r2Change),
        of[key].deltaR2,
      );
    }
  });

  it.skipIf(isAbsent)('by likelihood ratios of two-parameter items, as mirt finds it', () => {
    const { matrix, groups, of } = load();
    const { items } = likelihoodRatioDif(matrix, groups, { model: '2pl', tolerance: 1e-6 });
    // mirt stops EM at changes of 1e-4, which is 1e-3 of these statistics
    versus('mirt', 5e-3)(
      items.map(({ statistic }) => statistic!),
      of.mirt_LRT_2PL.X2,
    );
    expect(items.every(({ df }) => df === 2)).toBe(true);
  });
});

describe('differential item functioning', () => {
  const rows = Array.from({ length: 120 }, (_, i) => {
    const able = (i * 7) % 10;
    return [
      able > 2,
      able > 4,
      able > 6,
      (i * 13) % 10 < able,
      (i * i + 3 * i) % 11 < able + (i % 2 === 0 ? 2 : -3),
    ].map(Number);
  });
  const groups = rows.map((_, i) => (i % 2 === 0 ? 'ref' : '__proto__'));
  const matrix = deepFreezeMatrix(rows);

  it('finds the item that was made harder for one group, and says for which', () => {
    const { focal, items } = mantelHaenszelDif(matrix, groups);
    expect(focal).toBe('__proto__');
    expect(items[4]!.isFlagged).toBe(true);
    expect(items[4]!.pDifference).toBeLessThan(-0.1);
    const { items: regression } = logisticDif(matrix, groups);
    expect(regression[4]!.effectClass).toBe('C');
  });

  it('turns its sign with the focal group', () => {
    const one = mantelHaenszelDif(matrix, groups, { focal: 'ref' }).items[4]!;
    const other = mantelHaenszelDif(matrix, groups, { focal: '__proto__' }).items[4]!;
    close(one.delta!, -other.delta!);
    close(one.statistic!, other.statistic!);
  });

  it('has null or a status, never NaN, where answers leave it undefined', () => {
    const constant = responseMatrix([
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
    ]);
    const labels = ['a', 'a', 'b', 'b'];
    expect(mantelHaenszelDif(constant, labels).items[0]).toEqual({
      id: 'item-1',
      statistic: null,
      p: null,
      oddsRatio: null,
      delta: null,
      deltaSe: null,
      etsClass: null,
      pDifference: 0,
      isFlagged: false,
    });
    expect(logisticDif(constant, labels).items.map(({ status }) => status)).toEqual(['constant', 'separated']);
    expect(JSON.stringify(logisticDif(constant, labels))).not.toMatch(/NaN/);
    const nobody = mantelHaenszelDif(
      responseMatrix([
        [1, null],
        [null, 0],
      ]),
      ['a', 'b'],
    );
    expect(nobody.persons).toEqual({ used: 0, unused: 2 });
    const { items } = likelihoodRatioDif(
      responseMatrix([
        [1, 0],
        [0, 1],
        [1, 1],
        [1, 0],
      ]),
      ['a', 'a', 'b', 'b'],
      {
        model: 'rasch',
      },
    );
    expect(items[0]).toMatchObject({ status: 'constant', statistic: null });
  });

  it('refuses other than two groups, unknown anchors and answers above 1', () => {
    expect(() =>
      mantelHaenszelDif(
        matrix,
        groups.map(() => 'a'),
      ),
    ).toThrow(/two labels, got 1/);
    expect(() => mantelHaenszelDif(matrix, groups.slice(1))).toThrow(/119 groups for 120 persons/);
    expect(() => logisticDif(matrix, groups, { anchors: ['x'] })).toThrow(/anchor "x" is not in the matrix/);
    expect(() => logisticDif(matrix, groups, { focal: 'x' })).toThrow(/focal must be one of the labels/);
    expect(() => logisticDif(responseMatrix([[2], [0]]), ['a', 'b'])).toThrow(/takes 0 and 1 only/);
    expect(() =>
      likelihoodRatioDif(
        matrix,
        groups.map(() => 'a'),
        { model: 'rasch' },
      ),
    ).toThrow(/two labels or more/);
  });
});

function deepFreezeMatrix(rows: number[][]) {
  const { personIds, itemIds, answers } = responseMatrix(rows);
  return { personIds: deepFreeze(personIds), itemIds: deepFreeze(itemIds), answers };
}
