import { eap, estimateAbilities, type Item, responseMatrix } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { plausibleValues } from '../../../src/irt/ability/plausibleValues.ts';
import { posterior } from '../../../src/irt/ability/posterior.ts';
import { allModels } from '../../../src/irt/models/all.ts';
import { below, stream, uniform } from '../../../src/random/stream.ts';
import { withinSe } from '../../tolerance.ts';

const items = [-1.5, -0.5, 0, 0.5, 1.5].map((b, k): Item => ({ id: `q${k}`, model: '3pl', a: 1.2, b, c: 0.2 }));
const ids = items.map(({ id }) => id);
const matrixOf = (rows: (number | null)[][], persons?: string[]) =>
  responseMatrix(rows, { items: ids, ...(persons && { persons }) });

describe('plausibleValues', () => {
  it('are drawn from the posterior: mean, sd and the whole distribution', () => {
    const answers = [1, 1, 0, 1, 0];
    const DRAWS = 1000;
    const PERSONS = 50;
    const sets = plausibleValues(items, matrixOf(Array.from({ length: PERSONS }, () => answers)), {
      draws: DRAWS,
      population: { mean: 0.2, sd: 1.1 },
    });
    const values = sets.flatMap((set) => Array.from(set)).sort((x, y) => x - y);
    const n = DRAWS * PERSONS;
    const models = items.map((item) => allModels.find(({ name }) => name === item.model)!);
    const { theta, weight, mean, sd } = posterior({ items, models, answers }, { mean: 0.2, sd: 1.1 }, 1001);
    withinSe(5)(values.reduce((x, y) => x + y) / n, mean, sd / Math.sqrt(n));
    withinSe(5)(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n), sd, sd / Math.sqrt(2 * n));
    // Kolmogorov's distance: 1.95 / sqrt(n) is exceeded once in a thousand times
    let distance = 0;
    let q = 0;
    let below = 0;
    const h = theta[1]! - theta[0]!;
    for (const [k, value] of values.entries()) {
      while (q < theta.length - 1 && theta[q]! + h / 2 < value) below += weight[q++]!;
      const cdf = below + weight[q]! * ((value - theta[q]!) / h + 0.5);
      distance = Math.max(distance, Math.abs(cdf - (k + 0.5) / n));
    }
    expect(distance * Math.sqrt(n)).toBeLessThan(1.95);
  });

  it('of one person and set are not correlated with those of the next', () => {
    const persons = 4000;
    const rows = Array.from({ length: persons }, () => [null, null, null, null, null]);
    const [first, second] = plausibleValues(items, matrixOf(rows), { draws: 2 }) as [Float64Array, Float64Array];
    const correlation = (x: Float64Array, y: Float64Array) =>
      x.reduce((sum, value, k) => sum + value * y[k]!, 0) / x.length;
    withinSe(5)(correlation(first, second), 0, 1 / Math.sqrt(persons));
    withinSe(5)(correlation(first.subarray(1), first.subarray(0, -1)), 0, 1 / Math.sqrt(persons));
    const [other] = plausibleValues(items, matrixOf(rows), { draws: 1, seed: 1 }) as [Float64Array];
    withinSe(5)(correlation(first, other), 0, 1 / Math.sqrt(persons));
  });

  it('give back the variance of the population, which eap scores shrink', () => {
    const from = stream(3);
    const persons = 4000;
    const truth = plausibleValues(
      [],
      responseMatrix(
        Array.from({ length: persons }, () => []),
        {},
      ),
      { draws: 1, seed: 9 },
    )[0]!;
    const rows = Array.from(truth, (theta) =>
      items.map((item) => {
        const { a, b, c } = item as { a: number; b: number; c: number };
        return uniform(from) < c + (1 - c) / (1 + Math.exp(-a * (theta - b))) ? 1 : 0;
      }),
    );
    const variance = (x: Float64Array) => x.reduce((sum, value) => sum + value ** 2, 0) / x.length;
    for (const set of plausibleValues(items, matrixOf(rows), { draws: 3 }))
      withinSe(5)(variance(set), 1, Math.sqrt(2 / persons));
    expect(variance(estimateAbilities(items, matrixOf(rows), { by: eap() }).theta)).toBeLessThan(0.6);
  });

  it('of a person depend on the seed and the person’s id, on nobody else', () => {
    const rows = [
      [1, 0, 1, null, 1],
      [0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1],
    ];
    const all = plausibleValues(items, matrixOf(rows, ['ann', '__proto__', 'cem']), { seed: 7 });
    const turned = plausibleValues(items, matrixOf(rows.toReversed(), ['cem', '__proto__', 'ann']), { seed: 7 });
    const alone = plausibleValues(items, matrixOf([rows[1]!], ['__proto__']), { seed: 7 });
    for (const [k, set] of all.entries()) {
      expect(Array.from(turned[k]!).reverse()).toEqual(Array.from(set));
      expect(alone[k]![0]).toBe(set[1]);
    }
    expect(plausibleValues(items, matrixOf(rows), { seed: 8 })[0]).not.toEqual(all[0]);
    expect(plausibleValues(items, matrixOf(rows), {})).toEqual(
      plausibleValues(items, matrixOf(rows), { seed: 0, draws: 5 }),
    );
  });

  it('are finite for all right, all wrong, nothing answered, thousands of answers and nobody', () => {
    const from = stream(1);
    const many = Array.from({ length: 3000 }, (_, k): Item => ({ id: `q${k}`, model: '2pl', a: 1, b: uniform(from) }));
    const rows = [many.map(() => 1), many.map(() => 0), many.map(() => null), many.map(() => below(from, 2))];
    const matrix = responseMatrix(rows, { items: many.map(({ id }) => id) });
    for (const set of plausibleValues(many, matrix)) expect(set.every(Number.isFinite)).toBe(true);
    expect(plausibleValues(items, matrixOf([]), { draws: 2 }).map((set) => set.length)).toEqual([0, 0]);
  });

  it('refuse what cannot be drawn', () => {
    const matrix = matrixOf([[1, 0, 1, 0, 1]]);
    expect(() => plausibleValues(items, matrix, { draws: 0 })).toThrow(
      /plausibleValues: draws .* from 1 to 1000, got 0/,
    );
    expect(() => plausibleValues(items, matrix, { seed: -1 })).toThrow(/plausibleValues: seed/);
    expect(() => plausibleValues(items, matrix, { population: { mean: 0, sd: 0 } })).toThrow(/population/);
    expect(() => plausibleValues(items.slice(1), matrix)).toThrow(/plausibleValues: item "q0" was answered but has no/);
  });
});
