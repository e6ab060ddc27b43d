// Genomes of bits and reals, and the operators for them.
import fc from 'fast-check';
import {
  bitFlipMutation,
  bits,
  blendCrossover,
  type Crossover,
  type Genes,
  gaussianMutation,
  linearExtension,
  type Mutation,
  onePointCrossover,
  permutation,
  polynomialMutation,
  reals,
  simulatedBinaryCrossover,
  startingWith,
  twoPointCrossover,
  uniformCrossover,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/random/stream.ts';

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const boundsOf = fc
  .array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })), {
    maxLength: 8,
  })
  .map((list) => ({ lower: list.map(([low]) => low), upper: list.map(([low, width]) => low + width) }));
const scratch = new Int32Array(64);

describe('bits', () => {
  it('are ones and zeros, ones as often as asked', () => {
    const genome = bits(1000, { share: 0.3 });
    const individual = genome.empty();
    genome.create(individual, stream(1), 0);
    expect(individual.every((bit) => bit === 0 || bit === 1)).toBe(true);
    const ones = individual.reduce((sum, bit) => sum + bit, 0);
    expect(Math.abs(ones - 300)).toBeLessThan(5 * Math.sqrt(1000 * 0.3 * 0.7));
  });

  it('flip as often as the rate says, each place as often as any other', () => {
    for (const rate of [0, 0.003, 0.2, 1]) {
      const from = stream(2);
      const flipped = new Float64Array(40);
      for (let k = 0; k < 5000; k++) {
        const individual = new Int32Array(40);
        bitFlipMutation({ rate }).mutate(individual, from);
        for (let bit = 0; bit < 40; bit++) flipped[bit]! += individual[bit]!;
      }
      const sd = Math.sqrt(5000 * rate * (1 - rate));
      for (const count of flipped) expect(Math.abs(count - 5000 * rate)).toBeLessThanOrEqual(5 * sd);
    }
  });
});

describe('reals', () => {
  const create = (bounds: { lower: number[]; upper: number[] }, seed: number) => {
    const genome = reals(bounds);
    const individual = genome.empty();
    genome.create(individual, stream(seed), 0);
    return individual;
  };
  const operators: Record<string, (bounds: { lower: number[]; upper: number[] }) => Crossover<Float64Array>> = {
    blendCrossover: (bounds) => blendCrossover(bounds, { rate: 1, alpha: 2 }),
    simulatedBinaryCrossover: (bounds) => simulatedBinaryCrossover(bounds, { rate: 1, eta: 0 }),
  };
  const mutations: Record<string, (bounds: { lower: number[]; upper: number[] }) => Mutation<Float64Array>> = {
    gaussianMutation: (bounds) => gaussianMutation(bounds, { rate: 1, sigma: 3 }),
    polynomialMutation: (bounds) => polynomialMutation(bounds, { rate: 1, eta: 0 }),
  };
  const within = (genes: Float64Array, { lower, upper }: { lower: number[]; upper: number[] }) =>
    genes.every((gene, k) => gene >= lower[k]! - 1e-9 && gene <= upper[k]! + 1e-9);

  it('stay within their bounds, whatever is done to them', () => {
    fc.assert(
      fc.property(boundsOf, seeds, (bounds, seed) => {
        const [first, second] = [create(bounds, seed), create(bounds, seed ^ 1)];
        expect(within(first, bounds)).toBe(true);
        for (const make of Object.values(operators)) {
          const child = new Float64Array(first.length);
          make(bounds).cross(first, second, child, scratch, stream(seed));
          expect(within(child, bounds)).toBe(true);
        }
        for (const make of Object.values(mutations)) {
          const changed = first.slice();
          make(bounds).mutate(changed, stream(seed));
          expect(within(changed, bounds)).toBe(true);
        }
      }),
    );
  });

  it('crossed with themselves stay what they are', () => {
    const bounds = { lower: [0, -5], upper: [1, 5] };
    for (const make of Object.values(operators)) {
      const child = new Float64Array(2);
      make(bounds).cross(Float64Array.of(0.3, 2), Float64Array.of(0.3, 2), child, scratch, stream(4));
      expect([...child].map((gene) => gene.toFixed(9))).toEqual(['0.300000000', '2.000000000']);
    }
  });

  it('have children and mutants with the moments of theory', () => {
    const bounds = { lower: [-1000], upper: [1000] };
    const sample = (draw: (from: ReturnType<typeof stream>) => number, count = 40_000) => {
      const from = stream(8);
      const values = Array.from({ length: count }, () => draw(from));
      const mean = values.reduce((sum, value) => sum + value, 0) / count;
      return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) };
    };
    const child = (cross: Crossover<Float64Array>) => (from: ReturnType<typeof stream>) => {
      const genes = new Float64Array(1);
      cross.cross(Float64Array.of(0), Float64Array.of(1), genes, scratch, from);
      return genes[0]!;
    };
    const mutant = (mutation: Mutation<Float64Array>) => (from: ReturnType<typeof stream>) => {
      const genes = new Float64Array(1);
      mutation.mutate(genes, from);
      return genes[0]!;
    };
    // BLX-0.5: uniform on [-0.5, 1.5]; mean 0.5, variance 4 / 12
    const blend = sample(child(blendCrossover(bounds, { rate: 1 })));
    expect(Math.abs(blend.mean - 0.5)).toBeLessThan(5 * (Math.sqrt(1 / 3) / 200));
    expect(Math.abs(blend.sd - Math.sqrt(1 / 3))).toBeLessThan(0.01);
    const gauss = sample(mutant(gaussianMutation(bounds, { rate: 1, sigma: 0.01 })));
    expect(Math.abs(gauss.mean)).toBeLessThan(5 * (20 / 200));
    expect(Math.abs(gauss.sd - 20)).toBeLessThan(0.4);
    // polynomial: E|delta| = 1 / (eta + 2), so its variance is E delta^2 = 2 / ((eta + 2)(eta + 3))
    const polynomial = sample(mutant(polynomialMutation(bounds, { rate: 1, eta: 20 })));
    expect(Math.abs(polynomial.mean)).toBeLessThan(5 * ((2000 * Math.sqrt(2 / (22 * 23))) / 200));
    expect(polynomial.sd / (2000 * Math.sqrt(2 / (22 * 23)))).toBeCloseTo(1, 1);
  });

  it('refuse bounds that are none', () => {
    expect(() => reals({ lower: [1], upper: [0] })).toThrow(
      /bounds of gene 0 must be two finite numbers, the lower first/,
    );
    expect(() => reals({ lower: [0], upper: [Infinity] })).toThrow(TypeError);
    expect(() => reals({ lower: [0, 1], upper: [1] })).toThrow(/2 lower and 1 upper bounds/);
    expect(() => blendCrossover({ lower: [0], upper: [1] }, { alpha: -1 })).toThrow(RangeError);
    expect(() => simulatedBinaryCrossover({ lower: [0], upper: [1] }, { eta: -1 })).toThrow(RangeError);
    expect(() => gaussianMutation({ lower: [0], upper: [1] }, { sigma: 0 })).toThrow(RangeError);
    expect(() => polynomialMutation({ lower: [0], upper: [1] }, { eta: Number.NaN })).toThrow(RangeError);
  });
});

describe.each([
  ['uniformCrossover', uniformCrossover],
  ['onePointCrossover', onePointCrossover],
  ['twoPointCrossover', twoPointCrossover],
] as const)('%s', (_, make) => {
  const run = (first: Genes, second: Genes, seed: number, rate = 1) => {
    const child = first.slice();
    make({ rate }).cross(first, second, child, scratch, stream(seed));
    return [...child];
  };

  it('takes each gene from one of the parents, and at rate 0 all from the first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 12 }), seeds, (pairs, seed) => {
        const [first, second] = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]!));
        const child = run(first!, second!, seed);
        expect(child.every((gene, k) => Object.is(gene, first![k]) || Object.is(gene, second![k]))).toBe(true);
        expect(run(first!, second!, seed, 0)).toEqual([...first!]);
      }),
    );
  });

  it('changes parents as often as its kind does', () => {
    const [first, second] = [new Int32Array(20), new Int32Array(20).fill(1)];
    for (let seed = 0; seed < 100; seed++) {
      const child = run(first, second, seed);
      const changes = child.filter((gene, k) => k > 0 && gene !== child[k - 1]).length;
      if (make === onePointCrossover) expect(changes).toBe(1);
      if (make === twoPointCrossover) expect(changes).toBeLessThanOrEqual(2);
    }
  });
});

describe('linearExtension', () => {
  const partialOrders = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 }).map((pairs) => {
    const before = Array.from({ length: 10 }, () => [] as number[]);
    for (const [a, b] of pairs) if (a !== b) before[Math.min(a, b)]!.push(Math.max(a, b));
    return before;
  });

  it('draws orders that keep precedence', () => {
    fc.assert(
      fc.property(partialOrders, seeds, (before, seed) => {
        const genome = linearExtension(before);
        const order = genome.empty();
        genome.create(order, stream(seed), 0);
        expect([...order].sort((a, b) => a - b)).toEqual([...before.keys()]);
        for (const [gene, list] of before.entries()) {
          for (const first of list) expect(order.indexOf(first)).toBeLessThan(order.indexOf(gene));
        }
      }),
    );
  });

  it('reaches all of them, and names a cycle', () => {
    const genome = linearExtension([[], [0], [], [2]]);
    const from = stream(1);
    const seen = new Set<string>();
    for (let k = 0; k < 500; k++) {
      const order = genome.empty();
      genome.create(order, from, 0);
      seen.add(order.join(''));
    }
    expect(seen.size).toBe(6);
    expect(() => linearExtension([[2], [0], [1]])).toThrow(
      /linearExtension: before has a cycle \(\d -> \d -> \d -> \d\)/,
    );
  });
});

describe('startingWith', () => {
  it('gives the first individuals and draws the rest, the same in every run', () => {
    const genome = startingWith([[2, 0, 1]], permutation(3));
    const draw = () => {
      const from = stream(5);
      return [0, 1, 2].map((k) => {
        const order = genome.empty();
        genome.create(order, from, k);
        return [...order];
      });
    };
    expect(draw()[0]).toEqual([2, 0, 1]);
    expect(draw()).toEqual(draw());
  });

  it('refuses individuals that do not fit', () => {
    expect(() => startingWith([[0, 1]], permutation(3))).toThrow(/individual 0 has 2 genes, the genome 3/);
    expect(() => startingWith([[0, 1, 0.5]], permutation(3))).toThrow(/gene 2 of individual 0 must be a whole number/);
    expect(() => startingWith([[Number.NaN]], reals({ lower: [0], upper: [1] }))).toThrow(/must be finite/);
  });
});
