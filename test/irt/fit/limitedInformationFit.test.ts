import { type Item, probabilities, responseMatrix } from 'tutelage/irt';
import { limitedInformationFit } from 'tutelage/irt/analysis';
import { describe, expect, it } from 'vitest';
import { noncentralChiSquareCdf } from '../../../src/math/noncentralChiSquareCdf.ts';
import { normalCdf } from '../../../src/math/normalCdf.ts';
import { mirtMatrix } from '../../reference/irt/mirtSets.ts';
import { solved, versus } from '../../tolerance.ts';
import { isThere, itemsOf, qualityOf } from './quality.ts';

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
  ['ltm_environment', 'graded'],
  ['verbal_polytomous', 'graded'],
] as const;

describe.each(SETS)('M2 of %s, %s', (set, fit) => {
  it.skipIf(!isThere(set))('is that of mirt', () => {
    const matrix = mirtMatrix(set);
    const { items, sd } = itemsOf(set, fit, matrix.itemIds);
    const mirt = qualityOf(set, fit).M2;
    const found = limitedInformationFit(items, matrix, { population: { mean: 0, sd } });
    expect(found.df).toBe(mirt.df);
    versus('mirt', 5e-6 * Math.max(1, mirt.M2))(found.m2!, mirt.M2); // the sd of Rasch fits is printed short of its maximum
    versus('mirt', 5e-5)(found.p!, mirt.p);
    versus('mirt', 1e-6)([found.rmsea!, found.srmsr!], [mirt.RMSEA, mirt.SRMSR]);
    // mirt divides by n - 1 in the RMSEA but by n in its interval
    const byN = Math.sqrt((found.n - 1) / found.n);
    const { lower, upper } = found.rmseaInterval!;
    versus('mirt', 2e-5)([byN * lower, byN * upper], [mirt.RMSEA_5, mirt.RMSEA_95]);
  });
});

describe('limitedInformationFit', () => {
  const items: Item[] = [
    { id: 'q0', model: 'gpcm', a: 1.2, b: [-0.5, 0.8] },
    { id: 'q1', model: 'graded', a: 0.8, b: [-1, 0.2] },
    { id: 'q2', model: '3pl', a: 1.1, b: 0.3, c: 0.2 },
    { id: 'q3', model: '2pl', a: 1.4, b: -0.4 },
    { id: 'q4', model: 'pcm', b: [0.1, 0.6] },
  ];
  const names = { items: items.map(({ id }) => id) };
  const rows = Array.from({ length: 200 }, (_, i) =>
    [3, 3, 2, 2, 3].map((categories, j) =>
      Math.floor((((i * 7919 + j * 104729 + i * i * (j + 3)) % 1009) / 1009) * categories),
    ),
  );

  const sets = [0, 1, 2, 3, 4].flatMap((i) => [[i], ...[0, 1, 2, 3, 4].filter((j) => j > i).map((j) => [i, j])]);
  const moments = (row: readonly number[]) => sets.map((set) => set.reduce((value, i) => value * row[i]!, 1));
  const patterns = [3, 3, 2, 2, 3].reduce<number[][]>(
    (all, categories) => all.flatMap((row) => Array.from({ length: categories }, (_, x) => [...row, x])),
    [[]],
  );
  const patternMoments = patterns.map(moments);
  const nodes = Array.from({ length: 121 }, (_, q) => -6 + q / 10);
  const total = nodes.reduce((sum, z) => sum + Math.exp((-z * z) / 2), 0);
  /** Probability of each pattern in a population with mean 0. */
  const chances = (bank: readonly Item[], sd: number) =>
    nodes
      .map((z) => ({ weight: Math.exp((-z * z) / 2) / total, p: bank.map((item) => probabilities(item, sd * z)) }))
      .reduce(
        (sums, { weight, p }) =>
          sums.map((sum, k) => sum + weight * p.reduce((value, own, j) => value * own[patterns[k]![j]!]!, 1)),
        patterns.map(() => 0),
      );
  const expectedBy = (chance: readonly number[]) =>
    sets.map((_, a) => chance.reduce((sum, p, k) => sum + p * patternMoments[k]![a]!, 0));

  it('is a distance of moments in the metric of their covariance over all patterns, after projection along every parameter', () => {
    const chance = chances(items, 1.3);
    const expected = expectedBy(chance);
    const gap = sets.map((_, a) => rows.reduce((sum, row) => sum + moments(row)[a]!, 0) / rows.length - expected[a]!);
    const covariance = sets.map((_, a) =>
      sets.map((__, b) =>
        chance.reduce((sum, p, k) => {
          const own = patternMoments[k]!;
          return sum + p * (own[a]! - expected[a]!) * (own[b]! - expected[b]!);
        }, 0),
      ),
    );
    const dot = (one: readonly number[], other: readonly number[]) =>
      one.reduce((sum, value, a) => sum + value * other[a]!, 0);
    const plain = dot(gap, gaussian(covariance, gap));
    const options = { population: { mean: 0, sd: 1.3 } };
    const known = limitedInformationFit(items, responseMatrix(rows, names), { ...options, isCalibrated: false });
    expect(known.df).toBe(15);
    solved(known.m2!, rows.length * plain);
    // a free sd and 13 parameters, each moved a little
    const step = 1e-5;
    const moves = items.flatMap((item, j) =>
      Object.entries(item).flatMap(([name, value]) => {
        if (name === 'id' || name === 'model') return [];
        return [...(typeof value === 'number' ? [value] : (value as unknown as number[])).keys()].map(
          (at) => (by: number) => {
            const next =
              typeof value === 'number'
                ? value + by
                : (value as unknown as number[]).map((b, k) => (k === at ? b + by : b));
            return expectedBy(
              chances(
                items.map((one, k) => (k === j ? ({ ...one, [name]: next } as Item) : one)),
                1.3,
              ),
            );
          },
        );
      }),
    );
    moves.push((by) => expectedBy(chances(items, 1.3 + by)));
    expect(moves.length).toBe(14);
    const slopes = moves.map((move) => {
      const [lower, upper] = [move(-step), move(step)];
      return upper.map((value, a) => (value - lower[a]!) / (2 * step));
    });
    const turned = slopes.map((slope) => gaussian(covariance, slope));
    const share = gaussian(
      slopes.map((slope) => turned.map((other) => dot(slope, other))),
      turned.map((other) => dot(other, gap)),
    );
    const estimated = limitedInformationFit(items, responseMatrix(rows, names), options);
    expect(estimated.df).toBe(1);
    versus('numerical derivatives', 1e-4)(
      estimated.m2!,
      rows.length *
        (plain -
          dot(
            share,
            turned.map((other) => dot(other, gap)),
          )),
    );
  });

  it('says that nothing can be compared, never NaN', () => {
    const two = items.slice(2, 4);
    expect(limitedInformationFit(two, responseMatrix([[1, 0]], { items: ['q2', 'q3'] }))).toEqual({
      n: 1,
      m2: null,
      df: -2,
      p: null,
      rmsea: null,
      rmseaInterval: null,
      srmsr: null,
    });
    expect(limitedInformationFit(items, responseMatrix([], names), { isCalibrated: false })).toMatchObject({
      n: 0,
      m2: null,
      srmsr: null,
    });
    expect(limitedInformationFit([], responseMatrix([]))).toMatchObject({ n: 0, m2: null, df: 0 });
    expect(() => limitedInformationFit(items, responseMatrix([[1]], { items: ['other'] }))).toThrow(/no parameters/);
    expect(() => limitedInformationFit(items, responseMatrix(rows, names), { population: { mean: 0, sd: 0 } })).toThrow(
      /sd above 0/,
    );
  });

  it('leaves out persons with missing answers and says how many are left', () => {
    const bank = Array.from({ length: 5 }, (_, k): Item => ({ id: `q${k}`, model: '2pl', a: 1, b: k / 2 - 1 }));
    const answers = rows.map((row) => row.map((answer) => (answer > 0 ? 1 : 0)));
    const holes = [...answers, ...answers.map((row, i) => row.map((answer, j) => ((i + j) % 5 === 0 ? null : answer)))];
    const whole = limitedInformationFit(bank, responseMatrix(answers, names));
    expect(limitedInformationFit(bank, responseMatrix(holes, names))).toEqual(whole);
    expect(whole.n).toBe(200);
  });
});

describe('noncentralChiSquareCdf', () => {
  it('is for one degree of freedom the probability of a shifted normal, and sums as it should for more', () => {
    for (const x of [0.1, 1, 5, 40]) {
      for (const lambda of [0, 0.3, 4, 30, 900]) {
        const [root, shift] = [Math.sqrt(x), Math.sqrt(lambda)];
        versus('closed form', 1e-12)(
          noncentralChiSquareCdf(x, 1, lambda),
          normalCdf(root - shift) - normalCdf(-root - shift),
        );
        // a chi-square with 2 degrees of freedom is an exponential: integrate over it
        const steps = 4000;
        let sum = 0;
        for (let k = 0; k < steps; k++) {
          const y = (x * (k + 0.5)) / steps;
          sum += 0.5 * Math.exp(-y / 2) * noncentralChiSquareCdf(x - y, 1, lambda) * (x / steps);
        }
        versus('integral', 2e-5)(noncentralChiSquareCdf(x, 3, lambda), sum);
      }
    }
  });
});

/** The solution of a small system by elimination with pivoting. */
function gaussian(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    const best = rows.findIndex(
      (row, k) => k >= i && Math.abs(row[i]!) === Math.max(...rows.slice(i).map((r) => Math.abs(r[i]!))),
    );
    [rows[i], rows[best]] = [rows[best]!, rows[i]!];
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const share = rows[k]![i]! / rows[i]![i]!;
      rows[k] = rows[k]!.map((value, j) => value - share * rows[i]![j]!);
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}
