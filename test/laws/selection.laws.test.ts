// Every way to choose parents obeys these. A new one is one more line in `selections`.
import fc from 'fast-check';
import { linearRank, roulette, type Selection, tournament, truncation, universalSampling } from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const selections: Record<string, Selection> = {
  'roulette()': roulette(),
  'tournament()': tournament(),
  'tournament({ size: 5 })': tournament({ size: 5 }),
  'linearRank()': linearRank(),
  'linearRank({ pressure: 2 })': linearRank({ pressure: 2 }),
  'universalSampling()': universalSampling(),
  'truncation()': truncation(),
  'truncation({ share: 0.1 })': truncation({ share: 0.1 }),
};

const draws = (selection: Selection, fitness: readonly number[], count: number, seed = 1) => {
  const wheel = new Float64Array(2 * fitness.length);
  const from = stream(seed);
  return Array.from({ length: count }, (_, k) => {
    const draw = k % wheel.length; // a new generation after two parents per individual
    if (draw === 0) selection.prepare(Float64Array.from(fitness), wheel, from);
    return selection.pick(wheel, from, draw);
  });
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
    selection.prepare(fitness, new Float64Array(6), stream(1));
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

/** Chi-square of how often 50,000 draws pick each of some individuals, in the order of their chances. */
const misfit = (selection: Selection, fitness: readonly number[], chances: readonly number[]) => {
  const counts = frequencies(draws(selection, fitness, 50_000), fitness.length);
  return chances.reduce((sum, chance, k) => {
    if (chance === 0) expect(counts[k]).toBe(0);
    return chance === 0 ? sum : sum + (counts[k]! - 50_000 * chance) ** 2 / (50_000 * chance);
  }, 0);
};

describe('tournament', () => {
  it.each([1, 2, 3, 7])('of %i picks the r-th best with the probability of theory', (size) => {
    const fitness = [3, -1, 8, 0.5, 2, 7];
    const rank = fitness.map((f) => 1 + fitness.filter((other) => other > f).length);
    const chances = rank.map((r) => ((6 - r + 1) ** size - (6 - r) ** size) / 6 ** size);
    expect(misfit(tournament({ size }), fitness, chances)).toBeLessThan(20.5); // 99.9th percentile, 5 degrees of freedom
  });
});

describe('linearRank', () => {
  it.each([1, 1.3, 2])('with pressure %f picks in proportion to rank, equals alike', (pressure) => {
    const fitness = [100, 1, 5, 5, 1e-9];
    const rank = [4, 1, 2.5, 2.5, 0];
    const chances = rank.map((r) => (2 - pressure + (2 * (pressure - 1) * r) / 4) / 5);
    expect(misfit(linearRank({ pressure }), fitness, chances)).toBeLessThan(18.5); // 99.9th percentile, 4 degrees of freedom
  });
});

describe('truncation', () => {
  it('picks the fittest share evenly, and whoever is as fit as the last of them', () => {
    expect(misfit(truncation({ share: 0.4 }), [1, 9, 3, 7, 5], [0, 0.5, 0, 0.5, 0])).toBeLessThan(10.9); // 1 degree
    const third = 1 / 3;
    expect(misfit(truncation({ share: 0.4 }), [1, 9, 7, 7, 5], [0, third, third, third, 0])).toBeLessThan(13.9);
    expect(misfit(truncation({ share: 1e-9 }), [1, 9, 3], [0, 1, 0])).toBe(0);
  });
});

describe('universalSampling', () => {
  it('picks each individual its expected number of times, rounded down or up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }),
        seeds,
        (fitness, seed) => {
          const counts = frequencies(draws(universalSampling(), fitness, 2 * fitness.length, seed), fitness.length);
          const least = Math.min(...fitness);
          const total = fitness.reduce((sum, f) => sum + f - least, 0);
          for (const [k, f] of fitness.entries()) {
            const expected = total > 0 ? (2 * fitness.length * (f - least)) / total : 2;
            expect(Math.abs(counts[k]! - expected)).toBeLessThan(1 + 1e-9);
          }
        },
      ),
    );
  });

  it('is right on average', () => {
    // less spread than independent draws, so the chi-square stays well below its percentile
    expect(misfit(universalSampling(), [0, 1, 2, 3, 4], [0, 0.1, 0.2, 0.3, 0.4])).toBeLessThan(16.3);
  });
});

it('options out of range are refused', () => {
  expect(() => tournament({ size: 0 })).toThrow(/tournament: size must be a whole number of at least 1, got 0/);
  for (const pressure of [0.9, 2.1, Number.NaN]) expect(() => linearRank({ pressure })).toThrow(RangeError);
  for (const share of [0, 1.1, Number.NaN]) expect(() => truncation({ share })).toThrow(RangeError);
});
