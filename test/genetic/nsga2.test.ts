import fc from 'fast-check';
import {
  bitFlipMutation,
  bits,
  crowdingDistance,
  nondominatedFronts,
  nsga2,
  polynomialMutation,
  reals,
  simulatedBinaryCrossover,
  uniformCrossover,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';

const dominates = (a: readonly number[], b: readonly number[]) =>
  a.every((value, k) => value >= b[k]!) && a.some((value, k) => value > b[k]!);

describe('nondominatedFronts', () => {
  it('is what peeling off the undominated by brute force gives', () => {
    const points = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)), { maxLength: 25 });
    fc.assert(
      fc.property(points, (list) => {
        const left = new Set(list.keys());
        const expected: number[][] = [];
        while (left.size > 0) {
          const front = [...left].filter((k) => ![...left].some((other) => dominates(list[other]!, list[k]!)));
          expected.push(front);
          for (const k of front) left.delete(k);
        }
        expect(nondominatedFronts(list)).toEqual(expected);
      }),
    );
  });
});

describe('crowdingDistance', () => {
  it('is half the circumference of the box between neighbours, in shares of the range', () => {
    // evenly spread on a line: each has 2 (gap / range) per objective
    const points = Array.from({ length: 6 }, (_, k) => [k, -2 * k]);
    expect([...crowdingDistance(points)]).toEqual([Infinity, 0.8, 0.8, 0.8, 0.8, Infinity]);
    expect([...crowdingDistance([[1, 1]])]).toEqual([Infinity]);
    expect([
      ...crowdingDistance([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ]).toEqual([Infinity, 0, Infinity]);
    expect(crowdingDistance([])).toHaveLength(0);
  });
});

describe('nsga2', () => {
  it("finds Schaffer's front: sqrt f1 + sqrt f2 = 2", () => {
    const bounds = { lower: [-1000], upper: [1000] };
    const { front } = nsga2({
      ...{ genome: reals(bounds), cross: simulatedBinaryCrossover(bounds), mutate: polynomialMutation(bounds) },
      objectives: ([x]) => [-(x! ** 2), -((x! - 2) ** 2)],
      ...{ population: 60, generations: 120, seed: 1 },
    });
    expect(front.length).toBeGreaterThan(50);
    for (const { values } of front) {
      expect(Math.abs(Math.sqrt(-values[0]!) + Math.sqrt(-values[1]!) - 2)).toBeLessThan(0.03); // x a little beyond 0 or 2
    }
    const gaps = front.slice(1).map(({ genes }, k) => Math.abs(genes[0]! - front[k]!.genes[0]!));
    expect(Math.max(...gaps)).toBeLessThan(0.25); // spread over [0, 2], not heaped up
  });

  it('comes close to the front of ZDT1: f2 = 1 - sqrt f1', () => {
    const bounds = { lower: new Array<number>(10).fill(0), upper: new Array<number>(10).fill(1) };
    const { front, evaluations } = nsga2({
      ...{ genome: reals(bounds), cross: simulatedBinaryCrossover(bounds), mutate: polynomialMutation(bounds) },
      objectives: ([f1, ...rest]) => {
        const g = 1 + (9 * rest.reduce((sum, x) => sum + x, 0)) / rest.length;
        return [-f1!, -g * (1 - Math.sqrt(f1! / g))];
      },
      ...{ population: 60, generations: 150, seed: 1 },
    });
    expect(evaluations).toBe(60 * 151);
    for (const { values } of front) expect(-values[1]! - (1 - Math.sqrt(-values[0]!))).toBeLessThan(0.05);
    expect(-front[0]!.values[0]!).toBeLessThan(0.02);
    expect(-front.at(-1)!.values[0]!).toBeGreaterThan(0.9);
  });

  it('finds every trade-off of a small problem, none of them dominated', () => {
    // choose things by two worths within a weight: all 2^10 choices are looked at
    const worth = [
      [3, 9],
      [5, 2],
      [4, 4],
      [8, 1],
      [1, 8],
      [6, 6],
      [2, 3],
      [7, 5],
      [5, 5],
      [3, 2],
    ];
    const weight = [4, 3, 5, 6, 5, 7, 2, 8, 6, 1];
    const values = (chosen: (k: number) => number) => {
      const sum = (of: (k: number) => number) => worth.reduce((total, _, k) => total + chosen(k) * of(k), 0);
      const excess = Math.max(0, sum((k) => weight[k]!) - 20);
      return [sum((k) => worth[k]![0]!) - 100 * excess, sum((k) => worth[k]![1]!) - 100 * excess];
    };
    const all = Array.from({ length: 1024 }, (_, code) => values((k) => (code >> k) & 1));
    const best = new Set(nondominatedFronts(all)[0]!.map((k) => all[k]!.join()));
    const { front } = nsga2({
      ...{ genome: bits(10), cross: uniformCrossover(), mutate: bitFlipMutation() },
      objectives: (genes) => values((k) => genes[k]!),
      ...{ population: 40, generations: 60, seed: 5 },
    });
    expect(new Set(front.map((point) => point.values.join()))).toEqual(best);
  });

  it('repeats itself, tells of every generation and copes with equal values', () => {
    const run = (seed: number) =>
      nsga2({
        ...{ genome: bits(6), cross: uniformCrossover(), mutate: bitFlipMutation() },
        ...{ objectives: (genes: Int32Array) => [genes[0]!, 1 - genes[0]!], population: 8, generations: 5, seed },
      });
    expect(run(1)).toEqual(run(1));
    const fronts: number[] = [];
    const { front } = nsga2({
      ...{ genome: bits(6), cross: uniformCrossover(), mutate: bitFlipMutation(), objectives: () => [1, 1] },
      ...{
        population: 8,
        generations: 5,
        onGeneration: (_: number, found: readonly unknown[]) => fronts.push(found.length),
      },
    });
    expect(front).toHaveLength(1);
    expect(fronts).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('refuses what makes no sense', () => {
    const run = (more: object) =>
      nsga2({
        ...{ genome: bits(3), cross: uniformCrossover(), mutate: bitFlipMutation(), objectives: () => [1] },
        ...more,
      });
    expect(() => run({ population: 1 })).toThrow(/nsga2: population/);
    expect(() => run({ generations: -1 })).toThrow(/generations/);
    expect(() => run({ objectives: () => [Number.NaN] })).toThrow(/objective must be finite/);
    expect(() => run({ objectives: () => [] })).toThrow(/number of objectives/);
    let calls = 0;
    expect(() => run({ objectives: () => (calls++ ? [1, 2] : [1]) })).toThrow(/number of objectives/);
  });
});
