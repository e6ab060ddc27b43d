// What a calibration says when answers or arguments are not what it needs: a status or a teaching error, never NaN.
import {
  calibrate,
  estimateAbilities,
  expectedCounts,
  type Item,
  normalPrior,
  type ResponseMatrix,
  responseMatrix,
} from 'tutelage/irt';
import { describe, expect, it } from 'vitest';

const rowsOf = (persons: number, items: number, answer: (i: number, j: number) => number | null) =>
  responseMatrix(Array.from({ length: persons }, (_, i) => Array.from({ length: items }, (_, j) => answer(i, j))));
const noise = (i: number, j: number) => ((i * 7919 + j * 104729) % 1009) / 1009;
const isClean = (fit: object) => !/NaN|:null,"sd"|"a":null|"b":null/.test(JSON.stringify(fit));

describe('calibrate, given answers that cannot tell', () => {
  it.each([
    ['nobody', rowsOf(0, 0, () => 1)],
    ['one person', rowsOf(1, 5, (_, j) => j % 2)],
    ['a matrix without answers', rowsOf(4, 3, () => null)],
    ['constant items', rowsOf(9, 3, (_, j) => j % 2)],
  ])('says that %s are nothing to calibrate', (_, matrix) => {
    for (const model of ['rasch', '2pl', '3pl', 'graded', 'nominal'] as const) {
      expect(calibrate(matrix, { model })).toMatchObject({ reason: 'empty', items: [], converged: false });
    }
  });

  it('calibrates one item as far as it goes, without standard errors where it is not determined', () => {
    const fit = calibrate(
      rowsOf(30, 1, (i) => (i % 3 ? 1 : 0)),
      { model: '2pl' },
    );
    expect(fit.se).toBeNull();
    expect(fit.logLikelihood).toBeCloseTo(20 * Math.log(2 / 3) + 10 * Math.log(1 / 3), 6);
  });

  it('says that a slope has no finite estimate when answers follow one order without exception', () => {
    for (const model of ['2pl', 'graded'] as const) {
      const fit = calibrate(
        rowsOf(60, 5, (i, j) => (i % 6 > j ? 1 : 0)),
        { model, iterations: 300 },
      );
      expect(fit.reason).toBe('steep');
      expect(fit.converged).toBe(false);
      expect(isClean(fit)).toBe(true);
    }
    // Rasch keeps the slope, so that here the sd grows without bound
    const rasch = calibrate(
      rowsOf(60, 5, (i, j) => (i % 6 > j ? 1 : 0)),
      { model: 'rasch', iterations: 300 },
    );
    expect(rasch.converged).toBe(false);
  });

  it('handles 5,000 answers by each of three persons', () => {
    const fit = calibrate(
      rowsOf(3, 5000, (i, j) => (noise(i, j) < 0.5 ? 1 : 0)),
      { model: 'rasch' },
    );
    expect(isClean(fit)).toBe(true);
    expect(fit.items.length + fit.excluded.length).toBe(5000);
  });

  it('leaves out groups without an answer, and lets the first of the others settle the scale', () => {
    const matrix = rowsOf(60, 4, (i, j) => (i < 20 ? null : noise(i, j) < 0.2 + 0.6 * noise(i, 9) ? 1 : 0));
    const groups = Array.from({ length: 60 }, (_, i) => (i < 20 ? 'absent' : i % 2 === 0 ? 'even' : 'odd'));
    const fit = calibrate(matrix, { model: 'rasch', groups });
    expect(fit.groups).toEqual([...new Set(groups.slice(20))]);
    expect(fit.population).toHaveLength(2);
    expect(fit.population[0]!.mean).toBe(0);
    expect(fit.persons).toEqual({ used: 40, unused: 20 });
    expect(isClean(fit)).toBe(true);
  });

  it('finds no variance where anchors were all answered right', () => {
    const anchors = [0, 1].map((b, k): Item => ({ id: `item-${k + 1}`, model: 'rasch', b }));
    const fit = calibrate(
      rowsOf(30, 2, () => 1),
      { model: 'rasch', anchors },
    );
    expect(fit).toMatchObject({ reason: 'flat', se: null });
    expect(isClean(fit)).toBe(true);
  });

  it('gives the same bits for the same answers, and the same up to rounding in another order of persons', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [0, 1, 2, 3].map((j) => (noise(i, j) < noise(i, 7) ? 1 : 0)));
    const fit = calibrate(responseMatrix(rows), { model: '2pl' });
    expect(calibrate(responseMatrix(rows), { model: '2pl' })).toEqual(fit);
    const turned = calibrate(responseMatrix([...rows].reverse()), { model: '2pl' });
    for (const [j, { a, b }] of fit.items.entries()) {
      expect(turned.items[j]!.a).toBeCloseTo(a, 4);
      expect(turned.items[j]!.b).toBeCloseTo(b, 4);
    }
  });
});

describe('calibrate, given wrong arguments', () => {
  const matrix = rowsOf(9, 2, (i, j) => (i + j) % 2);

  it('names what is wrong with a matrix', () => {
    const broken = (change: Partial<ResponseMatrix>) => ({ ...matrix, ...change });
    const short = broken({ answers: Int8Array.of(0, 1, 1) });
    expect(() => calibrate(short, { model: 'rasch' })).toThrow(/3 answers for 18 cells/);
    expect(() => expectedCounts(short, [])).toThrow(/3 answers for 18 cells/);
    expect(() => estimateAbilities([], short)).toThrow(/3 answers for 18 cells/);
    const twice = broken({ itemIds: ['q', 'q'] });
    expect(() => calibrate(twice, { model: 'rasch' })).toThrow(/item "q" is listed twice/);
    expect(() => calibrate([] as never, { model: 'rasch' })).toThrow(/make one with responseMatrix/);
  });

  it.each([
    [{ priors: { a: 5 } }, /priors.a must be a prior/],
    [{ priors: { slope: normalPrior(0, 1) } }, /priors.slope must be a prior of a, b, c, d or intercept/],
    [{ distribution: 'uniform' }, /distribution must be 'normal' or 'empirical'/],
    [{ anchors: [{ id: 'item-1', model: 'graded', a: 1, b: [1, 0] }] }, /ascending order/],
    [{ anchors: [{ id: 'item-1', model: '4pl', a: 1, b: 0, c: 0.5, d: 0.4 }] }, /d must be a number above c = 0.5/],
    [{ nodes: 10 }, /nodes must be a whole number from 11 to 1001/],
    [{ tolerance: 0 }, /tolerance must be a finite number above 0/],
  ])('refuses %j', (options, message) => {
    expect(() => calibrate(matrix, { model: '2pl', ...options } as never)).toThrow(message);
  });

  it('takes anchors that are not in the matrix for what they are: not asked', () => {
    const anchors: Item[] = [{ id: 'elsewhere', model: 'rasch', b: 1 }];
    expect(calibrate(matrix, { model: 'rasch', anchors })).toEqual(calibrate(matrix, { model: 'rasch' }));
  });
});
