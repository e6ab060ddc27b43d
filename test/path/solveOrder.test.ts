import fc from 'fast-check';
import { solveOrder } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { larger, optima, sopInstance } from '../reference/path/sop.ts';
import { close } from '../tolerance.ts';
import { permutations } from './orders.ts';

const pairsOf = (before: readonly (readonly number[])[]) =>
  before.flatMap((list, after) => list.map((earlier) => [earlier, after] as const));

describe('solveOrder', () => {
  it.each([...optima, ...larger.filter(([name]) => name === 'rbg109a')])('proves TSPLIB %s: %i', (name, optimum) => {
    const { cost, before, size } = sopInstance(name);
    const solved = solveOrder({ cost, precedence: pairsOf(before) });
    expect(solved).toMatchObject({ cost: optimum, proof: 'optimal', lowerBound: optimum });
    expect([...solved.order].sort((a, b) => a - b)).toEqual([...Array(size).keys()]);
  });

  it('finds the cheapest of all orders, with precedence, a first and a last, for costs of any sign', () => {
    const drawn = fc.integer({ min: 0, max: 6 }).chain((size) =>
      fc.record({
        cost: fc.array(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size }), {
          minLength: size,
          maxLength: size,
        }),
        pairs: fc.array(fc.tuple(fc.nat(Math.max(0, size - 1)), fc.nat(Math.max(0, size - 1))), { maxLength: 5 }),
        first: fc.boolean(),
        last: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ cost, pairs, first, last }) => {
        const size = cost.length;
        const precedence = size === 0 ? [] : pairs.filter(([a, b]) => a < b);
        const ends = size > 1 ? { ...(first && { first: 0 }), ...(last && { last: size - 1 }) } : {};
        const allowed = permutations([...cost.keys()]).filter(
          (order) =>
            precedence.every(([a, b]) => order.indexOf(a) < order.indexOf(b)) &&
            (!('first' in ends) || order[0] === 0) &&
            (!('last' in ends) || order.at(-1) === size - 1),
        );
        const price = (order: readonly number[]) =>
          order.reduce((sum, to, k) => (k === 0 ? 0 : sum + cost[order[k - 1]!]![to]!), 0);
        const solved = solveOrder(deepFreeze({ cost, precedence, ...ends }));
        const least = Math.min(...allowed.map(price));
        expect(Math.abs(solved.cost - least)).toBeLessThan(1e-9);
        expect(solved.proof).toBe('optimal');
        expect(allowed.map((order) => order.join())).toContain(solved.order.join());
        close(price(solved.order), solved.cost);
      }),
      { numRuns: 60 },
    );
  });

  it('takes rows or one array, and does not look at the diagonal', () => {
    const rows = [
      [Number.NaN, 9, 1],
      [2, Infinity, 4],
      [7, 3, -1],
    ];
    expect(solveOrder({ cost: Float64Array.from(rows.flat()) })).toEqual(solveOrder({ cost: rows }));
  });

  it('keeps near its budget, says what it does not know, and is the same for the same seed', () => {
    const { cost, before } = sopInstance('ry48p.4');
    const problem = { cost, precedence: pairsOf(before).slice(0, 40), evaluations: 20_000, seed: 3 };
    const solved = solveOrder(problem);
    expect(solved).toEqual(solveOrder(problem));
    expect(solved.proof).toBe('heuristic');
    expect(solved.lowerBound).toBeLessThan(solved.cost);
    expect(solved.lowerBound).toBeGreaterThan(0.3 * solved.cost);
    expect(solved.evaluations).toBeLessThan(70_000);
    expect(solveOrder({ ...problem, evaluations: 2_000_000 }).cost).toBeLessThanOrEqual(solved.cost);
  });

  it('orders nothing and one thing', () => {
    expect(solveOrder({ cost: [] })).toMatchObject({ order: [], cost: 0, proof: 'optimal', lowerBound: 0 });
    expect(solveOrder({ cost: [[5]], first: 0, last: 0 })).toMatchObject({ order: [0], cost: 0, proof: 'optimal' });
  });

  it('refuses what makes no sense', () => {
    const cost = [
      [0, 1],
      [1, 0],
    ];
    const bad = (more: object, message: RegExp) => expect(() => solveOrder({ cost, ...more })).toThrow(message);
    bad({ cost: new Float64Array(3) }, /cost has 3 numbers, which is no square table/);
    bad({ cost: [[0, 1], [1]] }, /cost\[1\] has 1 numbers, not 2/);
    bad(
      {
        cost: [
          [0, Number.NaN],
          [1, 0],
        ],
      },
      /cost\[0\]\[1\] must be a finite number, got NaN/,
    );
    bad({ cost: 'x' }, /cost must be a Float64Array or an array of rows/);
    bad({ precedence: [[0, 2]] }, /precedence\[0\] must be a whole number from 0 to 1, got 2/);
    bad({ precedence: [[0]] }, /precedence\[0\] must be a pair/);
    bad({ precedence: [[0, 0]] }, /no order has 0 before 0/);
    bad(
      {
        precedence: [
          [0, 1],
          [1, 0],
        ],
      },
      /no order has \d before \d before \d; remove a pair/,
    );
    bad({ precedence: [[0, 1]], first: 1 }, /no order has/);
    bad({ first: 0, last: 0 }, /no order has/);
    bad({ first: 2 }, /first must be a whole number from 0 to 1/);
    bad({ evaluations: 0 }, /evaluations/);
    bad({ seed: -1 }, /seed/);
  });
});
