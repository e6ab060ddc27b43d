import {
  bitFlipMutation,
  bits,
  evolve,
  generationLimit,
  islands,
  stagnation,
  tournament,
  uniformCrossover,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const ones = (genes: Int32Array) => genes.reduce((sum, bit) => sum + bit, 0);
const operators = { select: tournament(), cross: uniformCrossover(), mutate: bitFlipMutation() };
const base = { genome: bits(40), fitness: ones, ...operators, population: 10, seed: 2 };

describe('islands', () => {
  it('without migrants are separate runs with seeds of their own', () => {
    const together = islands({ ...base, stop: generationLimit(12), islands: 3, migrants: 0 });
    const seeds = stream(2);
    const alone = [0, 1, 2].map(() => evolve({ ...base, stop: generationLimit(12), seed: seeds.next() >>> 0 }));
    expect(together.individuals).toEqual(alone.flatMap(({ individuals }) => individuals));
    expect(together.fitness).toBe(Math.max(...alone.map(({ fitness }) => fitness)));
    expect(together.evaluations).toBe(alone.reduce((sum, { evaluations }) => sum + evaluations, 0));
    expect(together.history).toEqual(
      alone[0]!.history.map((_, k) => Math.max(...alone.map(({ history }) => history[k]!))),
    );
  });

  it('pass their best on to the next', () => {
    // no mutation, no crossover, migration in every generation: the best of all must reach every island
    const still = { mutate: bitFlipMutation({ rate: 0 }), cross: uniformCrossover({ rate: 0 }) };
    const { individuals, values, fitness } = islands({
      ...{ ...base, ...still },
      ...{ stop: generationLimit(40), islands: 4, every: 1 },
    });
    expect(individuals).toHaveLength(40);
    expect(values.every((value) => value === fitness)).toBe(true);
  });

  it('repeat themselves, never lose the best, and stop by what all of them do', () => {
    const run = () => islands({ ...base, stop: stagnation({ generations: 200, without: 15 }), every: 5 });
    const { history, reason, stagnant } = run();
    expect(run()).toEqual(run());
    for (const [k, value] of history.entries()) if (k > 0) expect(value).toBeGreaterThanOrEqual(history[k - 1]!);
    expect([reason, stagnant]).toEqual(['stagnation', 15]);
  });

  it('a single one is evolve with another seed', () => {
    const alone = evolve({ ...base, stop: generationLimit(9), seed: stream(2).next() >>> 0 });
    expect(islands({ ...base, stop: generationLimit(9), islands: 1, every: 2 })).toEqual({ ...alone, seed: 2 });
  });

  it('refuse numbers out of range', () => {
    for (const wrong of [{ islands: 0 }, { every: 0 }, { migrants: 11 }, { migrants: -1 }]) {
      expect(() => islands({ ...base, stop: generationLimit(1), ...wrong })).toThrow(/islands: /);
    }
  });
});
