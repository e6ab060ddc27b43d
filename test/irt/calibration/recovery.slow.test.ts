import { calibrate, type RaschItem, responseMatrix } from 'tutelage/irt';
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
        fits.map(({ items }) => (items[j] as RaschItem).b),
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
        if (Math.abs((items[j] as RaschItem).b - b) <= 1.959964 * se!.items[j]!.b) covered++;
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
