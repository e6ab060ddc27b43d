import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionBound } from '../../../src/path/planners/completionBound.ts';
import { precedenceIndex } from '../../../src/path/precedenceIndex.ts';
import { close } from '../../tolerance.ts';
import { constrainedProblems, costOf, drawnProblem, keeps, leastCost, permutations, problems } from '../orders.ts';

const WORK = 1e6;
const some = (most: number) => fc.oneof(problems(most), constrainedProblems(most)).filter(({ size }) => size > 0);

describe('completionBound', () => {
  it('is undercut by no order', () => {
    fc.assert(
      fc.property(some(6), fc.double({ min: 1, max: 2, noNaN: true }), (problem, slack) => {
        const least = leastCost(problem);
        const { bound } = completionBound(problem, precedenceIndex(problem.before), slack * least, WORK)!;
        expect(bound).toBeLessThanOrEqual(least + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('bounds the way on from every place of every order', () => {
    fc.assert(
      fc.property(some(5), (problem) => {
        const { size } = problem;
        const least = leastCost(problem);
        const { rest, price } = completionBound(problem, precedenceIndex(problem.before), 1.1 * least, WORK)!;
        for (const order of permutations([...problem.before.keys()]).filter((each) => keeps(problem, each))) {
          for (const [k, unit] of order.entries()) {
            const tail = order.slice(k);
            const whole = costOf(problem, order);
            const front = costOf(problem, order.slice(0, k + 1));
            const prices = tail.slice(1).reduce((sum, each) => sum + price[each]!, 0);
            expect(rest[k * size + unit]! - prices).toBeLessThanOrEqual(whole - front + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the cost itself when precedence leaves one order, and when links cost the same', () => {
    const chain = drawnProblem(9, 1, 4);
    close(completionBound(chain, precedenceIndex(chain.before), Infinity, WORK)!.bound, exactly(chain));
    const even = { ...drawnProblem(7, 0.2, 3), cost: new Float64Array(49).fill(0.25) };
    close(completionBound(even, precedenceIndex(even.before), 2, WORK)!.bound, 1.5);
  });

  it('is Infinity where no order keeps the locks, and null without work for a round', () => {
    const torn = { ...drawnProblem(2, 1, 1), locked: Int32Array.of(0, 0) };
    expect(completionBound(torn, precedenceIndex(torn.before), Infinity, WORK)!.bound).toBe(Infinity);
    expect(completionBound(torn, precedenceIndex(torn.before), 1, 1)).toBeNull();
  });

  it('grows with prices: above that of the cheapest walk', () => {
    const problem = drawnProblem(12, 0.1, 5);
    const index = precedenceIndex(problem.before);
    const first = completionBound(problem, index, Infinity, WORK)!.bound; // no order known: one round
    expect(completionBound(problem, index, 6, WORK)!.bound).toBeGreaterThan(first + 0.1);
  });
});

const exactly = (chain: ReturnType<typeof drawnProblem>): number =>
  costOf(
    chain,
    [...chain.before.keys()].sort((a, b) => chain.before[a]!.length - chain.before[b]!.length),
  );
