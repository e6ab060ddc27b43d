// Both local searches: every change keeps the constraints, the gains they report are those of the order, and undo undoes.
import fc from 'fast-check';
import type { OrderProblem } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { constrainedOrder } from '../../../src/path/planners/constrainedOrder.ts';
import { guardedSearch } from '../../../src/path/planners/guardedSearch.ts';
import { segmentSearch } from '../../../src/path/planners/segmentSearch.ts';
import { precedenceIndex } from '../../../src/path/precedenceIndex.ts';
import { stream } from '../../../src/random/stream.ts';
import { close } from '../../tolerance.ts';
import { constrainedProblems, costOf, keeps, problems } from '../orders.ts';

const searches = [
  ['segmentSearch', segmentSearch, problems(14)],
  ['guardedSearch', guardedSearch, fc.oneof(problems(14), constrainedProblems(14))],
] as const;

describe.each(searches)('%s', (_, make, drawn) => {
  const begin = (problem: OrderProblem) => {
    const index = precedenceIndex(problem.before);
    const start = constrainedOrder(problem, index);
    const search = make(problem, index, 1e6);
    if (start) search.hold(start);
    return { start, search };
  };

  it('descends to an order that keeps everything, by the gain it reports', () => {
    fc.assert(
      fc.property(drawn, (problem) => {
        const { start, search } = begin(problem);
        if (!start) return;
        const gain = search.descend();
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(keeps(problem, search.order)).toBe(true);
        close(costOf(problem, start) - gain, costOf(problem, search.order));
        expect(search.descend()).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('shakes to an order that keeps everything, and takes it back', () => {
    fc.assert(
      fc.property(drawn, fc.nat(1000), (problem, seed) => {
        const { start, search } = begin(problem);
        if (!start || problem.size < 2) return;
        const from = stream(seed);
        let before = costOf(problem, start);
        for (let k = 0; k < 5; k++) {
          before -= search.shake(from, k % problem.size);
          expect(keeps(problem, search.order)).toBe(true);
        }
        close(before, costOf(problem, search.order));
        search.descend();
        search.undo();
        expect([...search.order]).toEqual([...start]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds no unit that could be moved at a gain when it has looked at all in vain', () => {
    fc.assert(
      fc.property(drawn, (problem) => {
        const { start, search } = begin(problem);
        if (!start) return;
        while (search.descend() > 0) search.hold(search.order.slice()); // each unit once more
        const order = [...search.order];
        const cost = costOf(problem, order);
        for (const [k, unit] of order.entries()) {
          const rest = order.toSpliced(k, 1);
          for (let p = 0; p <= rest.length; p++) {
            const moved = rest.toSpliced(p, 0, unit);
            if (keeps(problem, moved)) expect(costOf(problem, moved)).toBeGreaterThan(cost - 1e-9);
          }
        }
      }),
      // segmentSearch looks at cheap links only
      { numRuns: make === guardedSearch ? 200 : 1 },
    );
  });
});

describe('constrainedOrder', () => {
  it('keeps what it is given, and finds an order for locks alone and deadlines alone whenever there is one', () => {
    fc.assert(
      fc.property(constrainedProblems(10), (problem) => {
        const index = precedenceIndex(problem.before);
        const { minutes, latest, ...lockedOnly } = problem;
        const { locked, ...timedOnly } = problem;
        for (const part of [lockedOnly, timedOnly]) {
          const found = constrainedOrder(part, index);
          expect(found && keeps(part, found)).toBe(true); // one exists by construction
        }
        const both = constrainedOrder(problem, index);
        if (both) expect(keeps(problem, both)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
