import {
  aborted,
  bitFlipMutation,
  bits,
  type EvolveOptions,
  evaluationLimit,
  evolve,
  evolveAsync,
  evolving,
  firstOf,
  fitnessTarget,
  generationLimit,
  type Stopping,
  stagnation,
  startingWith,
  tournament,
  uniformCrossover,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';

const ones = (genes: Int32Array) => genes.reduce((sum, bit) => sum + bit, 0);
const options = (stop: Stopping, more: Partial<EvolveOptions> = {}): EvolveOptions => ({
  genome: bits(30),
  fitness: ones,
  select: tournament(),
  cross: uniformCrossover(),
  mutate: bitFlipMutation(),
  stop,
  population: 20,
  seed: 3,
  ...more,
});

describe('stopping', () => {
  it('by generations, none included', () => {
    expect(evolve(options(generationLimit(0)))).toMatchObject({
      generations: 0,
      evaluations: 20,
      reason: 'generations',
    });
    expect(evolve(options(generationLimit(7)))).toMatchObject({ generations: 7, evaluations: 20 + 7 * 19 });
  });

  it('by evaluations, never more than allowed beyond the first population', () => {
    for (const most of [1, 20, 38, 39, 40, 500]) {
      const { evaluations, reason } = evolve(options(evaluationLimit(most)));
      expect(reason).toBe('evaluations');
      expect(evaluations).toBe(Math.max(20, 20 + 19 * Math.floor((most - 20) / 19)));
    }
    expect(evolve(options(evaluationLimit(100), { elite: 20 })).evaluations).toBe(20); // nobody would be born
  });

  it('by a target', () => {
    const { fitness, reason, history } = evolve(options(fitnessTarget(28)));
    expect(reason).toBe('target');
    expect(fitness).toBeGreaterThanOrEqual(28);
    expect(history.at(-2)).toBeLessThan(28);
  });

  it('by whichever comes first, which gives the reason', () => {
    const rules = firstOf(fitnessTarget(31), stagnation({ generations: 500, without: 5 }));
    expect(evolve(options(rules)).reason).toBe('stagnation');
    expect(evolve(options(firstOf(fitnessTarget(0), generationLimit(0)))).reason).toBe('target');
    expect(() => firstOf()).toThrow(/no rule/);
  });

  it('by a signal, from within evolve and from outside evolveAsync', async () => {
    const inside = new AbortController();
    const run = evolve(
      options(firstOf(aborted(inside.signal), generationLimit(100)), {
        onGeneration: ({ generations }) => {
          if (generations === 4) inside.abort();
        },
      }),
    );
    expect(run).toMatchObject({ reason: 'aborted', generations: 5 });
    const outside = new AbortController();
    setTimeout(() => outside.abort(), 5);
    const { reason } = await evolveAsync(options(aborted(outside.signal)));
    expect(reason).toBe('aborted');
  });

  it('refuses numbers that make no sense', () => {
    for (const most of [-1, 0.5, Number.NaN]) expect(() => generationLimit(most)).toThrow(RangeError);
    expect(() => evaluationLimit(0)).toThrow(RangeError);
    expect(() => fitnessTarget(Number.NaN)).toThrow(RangeError);
  });
});

describe('a run', () => {
  const plain = evolve(options(generationLimit(40)));

  it('is the same whole, in steps and with pauses', async () => {
    let last: unknown;
    for (const state of evolving(options(generationLimit(40)))) last = state;
    expect(last).toEqual(plain);
    expect(await evolveAsync({ ...options(generationLimit(40)), every: 3 })).toEqual(plain);
  });

  it('tells of every generation, without being changed', () => {
    const seen: number[] = [];
    const watched = evolve(options(generationLimit(40), { onGeneration: ({ fitness }) => seen.push(fitness) }));
    expect(seen).toEqual(plain.history);
    expect(watched).toEqual(plain);
  });

  it('hands on its population, from which another can start', () => {
    const { individuals, values, fitness } = plain;
    expect(values).toEqual(Float64Array.from(individuals, ones));
    const next = evolve(options(generationLimit(0), { genome: startingWith(individuals, bits(30)) }));
    expect(next.fitness).toBe(fitness);
    expect(next.history).toEqual([fitness]);
  });

  it('refuses a pause that is no number of generations', async () => {
    await expect(evolveAsync({ ...options(generationLimit(1)), every: 0 })).rejects.toThrow(
      /every must be a whole number/,
    );
  });
});
