import { calibrate, type Item, probabilities, responseMatrix } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../../src/random/stream.ts';
import { withinSe } from '../../tolerance.ts';

const PERSONS = 500;
const SD = 1.2;
const truth = Array.from({ length: 20 }, (_, j) => -2 + (4 * j) / 19);
const REPLICATES = 100; // seeds 1 to 100, fixed and never chosen

/** Answers of 500 persons to 20 items, three in ten not administered by a plan that knows nothing of ability. */
function simulated(seed: number) {
  const from = stream(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
  const rows = Array.from({ length: PERSONS }, (_, i) => {
    const theta = SD * normal();
    return truth.map((b, j) => {
      const right = uniform(from) < 1 / (1 + Math.exp(b - theta)) ? 1 : 0;
      return (i + j) % 10 < 3 ? null : right;
    });
  });
  return calibrate(responseMatrix(rows), { model: 'rasch' });
}

describe('calibrate, Rasch, by simulation', () => {
  const fits = Array.from({ length: REPLICATES }, (_, k) => simulated(k + 1));

  it('converges every time', () => {
    expect(fits.every(({ converged }) => converged)).toBe(true);
  });

  it('is unbiased within five Monte-Carlo standard errors in every parameter', () => {
    const check = (values: number[], expected: number) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / REPLICATES;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (REPLICATES - 1);
      withinSe(5)(mean, expected, Math.sqrt(variance / REPLICATES));
    };
    for (const [j, b] of truth.entries())
      check(
        fits.map(({ items }) => items[j]!.b),
        b,
      );
    check(
      fits.map(({ population }) => population[0]!.sd),
      SD,
    );
  });

  it('has 95 % intervals that cover the truth 93 to 97 % of the time, over all difficulties and for the sd', () => {
    let covered = 0;
    for (const { items, se } of fits) {
      for (const [j, b] of truth.entries()) {
        if (Math.abs(items[j]!.b - b) <= 1.959964 * se!.items[j]!.b) covered++;
      }
    }
    const share = covered / (REPLICATES * truth.length);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
    const sdCovered = fits.filter(
      ({ population, se }) => Math.abs(population[0]!.sd - SD) <= 1.959964 * se!.population[0]!.sd,
    );
    expect(sdCovered.length).toBeGreaterThanOrEqual(88); // 95 less 3 Monte-Carlo standard errors of a share of 100
  });
});

/** Answers of 1,500 persons to 40 items whose parameters are drawn anew with every seed, so that bias is over all kinds of item. */
function simulatedBank(model: '2pl' | 'gpcm' | 'graded', seed: number) {
  const from = stream(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
  const items = Array.from({ length: 40 }, (_, j): Item => {
    const id = `item-${j + 1}`;
    const a = 0.7 + 1.1 * uniform(from);
    const middle = 2.4 * uniform(from) - 1.2;
    const b = [middle - 0.8, middle, middle + 0.8];
    return model === '2pl' ? { id, model, a, b: middle } : { id, model, a, b };
  });
  const rows = Array.from({ length: 1500 }, () => {
    const theta = normal();
    return items.map((item) => {
      let left = uniform(from);
      const p = probabilities(item, theta);
      let answer = 0;
      while (answer < p.length - 1 && left >= p[answer]!) left -= p[answer++]!;
      return answer;
    });
  });
  return { items, matrix: responseMatrix(rows) };
}

describe.each(['2pl', 'gpcm', 'graded'] as const)('calibrate, %s, by simulation with seeds 1 to 10', (model) => {
  const numbers = ({ id: _, model: __, ...rest }: { id: string; model?: string }) =>
    (Object.values(rest) as (number | number[])[]).flat();
  const errors = Array.from({ length: 10 }, (_, k) => {
    const { items, matrix } = simulatedBank(model, k + 1);
    const fit = calibrate(matrix, { model });
    return fit.items.map((item, j) => {
      const truth = numbers(items[j]!);
      const se = numbers(fit.se!.items[j]!);
      return numbers(item).map((value, m) => ({ off: value - truth[m]!, se: se[m]! }));
    });
  }).flat();

  it('is unbiased within five Monte-Carlo standard errors in every kind of parameter', () => {
    for (const m of errors[0]!.keys()) {
      const off = errors.map((item) => item[m]!.off);
      const mean = off.reduce((sum, value) => sum + value, 0) / off.length;
      const variance = off.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (off.length - 1);
      withinSe(5)(mean, 0, Math.sqrt(variance / off.length));
    }
  });

  it('has 95 % intervals that cover the truth 93 to 97 % of the time over all parameters', () => {
    const all = errors.flat();
    const share = all.filter(({ off, se }) => Math.abs(off) <= 1.959964 * se).length / all.length;
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });
});
