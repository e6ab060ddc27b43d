import { evolve, orderCrossover, permutation, roulette, stagnation, swapMutation } from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';

const inPlace = (order: Int32Array) => order.filter((value, place) => value === place).length;
const operators = { select: roulette(), cross: orderCrossover(), mutate: swapMutation({ rate: 0.3 }) };
const run = (size: number, more: object = {}) =>
  evolve({ genome: permutation(size), fitness: inPlace, stop: stagnation(), seed: 5, ...operators, ...more });

describe('evolve', () => {
  it('finds what random search with the same number of evaluations does not', () => {
    const found = run(20, { stop: stagnation({ generations: 400, without: 400 }) });
    const random = evolve({
      genome: permutation(20),
      fitness: inPlace,
      stop: stagnation({ generations: 1, without: 1 }),
      ...operators,
      population: found.evaluations,
      elite: found.evaluations,
      seed: 5,
    });
    expect(random.evaluations).toBe(found.evaluations);
    expect(found.fitness).toBeGreaterThan(2 * random.fitness);
    expect(found.fitness).toBe(inPlace(found.best));
  });

  it('repeats itself for the same seed and differs for another', () => {
    expect(run(12)).toEqual(run(12));
    expect(run(12, { seed: 6 }).history).not.toEqual(run(12).history);
  });

  it('never loses the best, and counts what it evaluated', () => {
    let counted = 0;
    const counting = (order: Int32Array) => {
      counted++;
      return inPlace(order);
    };
    const { history, evaluations, generations } = run(15, { fitness: counting, elite: 0, population: 10 });
    for (const [k, value] of history.entries()) if (k > 0) expect(value).toBeGreaterThanOrEqual(history[k - 1]!);
    expect(evaluations).toBe(counted);
    expect(history).toHaveLength(generations + 1);
  });

  it('stops by generations or by stagnation and says which', () => {
    expect(run(10, { stop: stagnation({ generations: 3, without: 50 }) })).toMatchObject({
      reason: 'generations',
      generations: 3,
    });
    expect(run(10, { fitness: () => 1, stop: stagnation({ generations: 99, without: 7 }) })).toMatchObject({
      reason: 'stagnation',
      generations: 7,
    });
  });

  it.each([0, 1, 2])('handles %i genes and a population of one', (size) => {
    const { best } = run(size, { population: 1, elite: 0 });
    expect(Array.from(best).sort()).toEqual(Array.from({ length: size }, (_, k) => k));
  });

  it('works for negative and for equal fitness', () => {
    expect(run(8, { fitness: (order: Int32Array) => inPlace(order) - 100 }).fitness).toBe(-92);
    expect(run(4, { fitness: () => 0 }).fitness).toBe(0);
  });

  it('refuses options out of range and a fitness that is not finite', () => {
    expect(() => run(5, { population: 0 })).toThrow(/evolve: population must be a whole number of at least 1, got 0/);
    expect(() => run(5, { elite: 51 })).toThrow(/elite must be a whole number from 0 to 50, got 51/);
    expect(() => run(5, { seed: -1 })).toThrow(/seed must be a whole number from 0 to 4294967295, got -1/);
    expect(() => run(5, { seed: '7' })).toThrow(TypeError);
    expect(() => run(5, { fitness: () => Number.NaN })).toThrow(/fitness must be finite, got NaN/);
    expect(() => permutation(1.5)).toThrow(/size/);
    expect(() => swapMutation({ rate: 2 })).toThrow(/rate must be a number in \[0, 1\], got 2/);
    expect(() => orderCrossover({ rate: Number.NaN })).toThrow(RangeError);
    expect(() => stagnation({ without: 0 })).toThrow(/without/);
  });
});
