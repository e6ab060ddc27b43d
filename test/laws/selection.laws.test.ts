// Every way to choose parents obeys these. A new one is one more line in `selections`.
import fc from 'fast-check';
import { roulette, type Selection } from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const selections: Record<string, Selection> = { 'roulette()': roulette() };

const draws = (selection: Selection, fitness: readonly number[], count: number, seed = 1) => {
  const wheel = new Float64Array(fitness.length);
  selection.prepare(Float64Array.from(fitness), wheel);
  const from = stream(seed);
  return Array.from({ length: count }, () => selection.pick(wheel, from));
};
const frequencies = (picked: readonly number[], size: number) => {
  const counts = new Array<number>(size).fill(0);
  for (const k of picked) counts[k]!++;
  return counts;
};
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const anyFitness = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });

describe.each(Object.entries(selections))('%s', (_, selection) => {
  it('picks individuals that exist, also for fitness that is zero, equal, negative or all but infinite', () => {
    const extreme = fc.array(fc.constantFrom(0, -0, 1, -1, 5e-324, 1e308, -1e308), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(anyFitness, extreme), seeds, (fitness, seed) => {
        for (const k of draws(selection, fitness, 20, seed)) {
          expect(Number.isInteger(k) && k >= 0 && k < fitness.length).toBe(true);
        }
      }),
    );
  });

  it('picks the only individual of a population of one', () => {
    expect(draws(selection, [-3], 10)).toEqual(new Array(10).fill(0));
  });

  it('repeats itself for the same seed', () => {
    fc.assert(
      fc.property(anyFitness, seeds, (fitness, seed) => {
        expect(draws(selection, fitness, 10, seed)).toEqual(draws(selection, fitness, 10, seed));
      }),
    );
  });

  it('leaves the fitness alone', () => {
    const fitness = Float64Array.of(3, 1, 2);
    selection.prepare(fitness, new Float64Array(3));
    expect([...fitness]).toEqual([3, 1, 2]);
  });

  it('beats picking at random', () => {
    const fitness = Array.from({ length: 30 }, (_, k) => Math.sin(k * 7.3) - 2);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const chosen = draws(selection, fitness, 2000).map((k) => fitness[k]!);
    const error = Math.sqrt(mean(fitness.map((f) => (f - mean(fitness)) ** 2)) / 2000);
    expect(mean(chosen)).toBeGreaterThan(mean(fitness) + 5 * error);
  });

  it('treats equally fit individuals alike', () => {
    for (const level of [0, 7, -7]) {
      const counts = frequencies(draws(selection, new Array(10).fill(level), 50_000), 10);
      const chiSquare = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
      expect(chiSquare).toBeLessThan(27.9); // 99.9th percentile of chi-square with 9 degrees of freedom
    }
  });
});

describe('roulette', () => {
  it('picks in proportion to fitness above the worst', () => {
    for (const shift of [0, 100, -100]) {
      const expected = [0, 0.1, 0.2, 0.3, 0.4].map((share) => share * 50_000);
      const counts = frequencies(
        draws(
          roulette(),
          [0, 1, 2, 3, 4].map((f) => f + shift),
          50_000,
        ),
        5,
      );
      expect(counts[0]).toBe(0);
      const chiSquare = counts.slice(1).reduce((sum, n, k) => sum + (n - expected[k + 1]!) ** 2 / expected[k + 1]!, 0);
      expect(chiSquare).toBeLessThan(16.3); // 99.9th percentile of chi-square with 3 degrees of freedom
    }
  });

  it('does not change its picks when all fitness is shifted or scaled', () => {
    const fitness = [3, 1, 4, 1, 5, 9, 2, 6];
    const picks = draws(roulette(), fitness, 500);
    for (const change of [(f: number) => f - 1024, (f: number) => 8 * f]) {
      expect(draws(roulette(), fitness.map(change), 500)).toEqual(picks);
    }
  });
});
