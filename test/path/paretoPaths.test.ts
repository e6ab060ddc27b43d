import { nondominatedFronts } from 'tutelage/genetic';
import { evaluateOrder, paretoPaths, planPath, quickWins } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { drawnProblem, permutations } from './orders.ts';

const course = (size: number, seed: number) => {
  const { cost, before } = drawnProblem(size, 0.1, seed);
  return {
    units: Array.from({ length: size }, (_, k) => ({ id: `u${k}`, difficulty: (k * 5) % 7, minutes: 5 + k })),
    prerequisites: before.flatMap((list, after) => list.map((b): [string, string] => [`u${b}`, `u${after}`])),
    relation: Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i === j ? 1 : 1 - cost[Math.min(i, j) * size + Math.max(i, j)]!)),
    ),
  };
};

describe('paretoPaths', () => {
  it('finds the trade-offs that looking at all orders finds', () => {
    for (const seed of [1, 2, 3]) {
      const problem = course(6, seed);
      const all = permutations([...problem.units.keys()])
        .map((order) => order.map((k) => problem.units[k]!.id))
        .filter((order) => problem.prerequisites.every(([a, b]) => order.indexOf(a) < order.indexOf(b)))
        .map((order) => evaluateOrder({ ...problem, order }).terms)
        .map(({ continuity, difficultyFit }) => [continuity, difficultyFit]);
      const front = new Set(nondominatedFronts(all)[0]!.map((k) => all[k]!.map((value) => value.toFixed(9)).join()));
      const paths = paretoPaths(problem, { most: 100, seed });
      const found = paths.map(({ terms }) => [terms.continuity.toFixed(9), terms.difficultyFit.toFixed(9)].join());
      expect(new Set(found)).toEqual(front);
      for (const { order } of paths) {
        for (const [a, b] of problem.prerequisites) expect(order.indexOf(a)).toBeLessThan(order.indexOf(b));
      }
    }
  });

  it('shows no path that another one beats, the best weighted one among them, and at most as many as asked', () => {
    const problem = { ...course(15, 4), objectives: [{ objective: quickWins(), weight: 0 }] };
    const paths = paretoPaths(problem, { most: 1000, generations: 60 });
    const values = paths.map(({ objectives }) => objectives.map(({ value }) => value));
    expect(values[0]).toHaveLength(3);
    expect(nondominatedFronts(values)).toHaveLength(1);
    const weighted = planPath(problem).cost;
    expect(Math.min(...paths.map(({ cost }) => cost))).toBeLessThanOrEqual(weighted + 1e-9);
    const few = paretoPaths(problem, { most: 5, generations: 60 });
    expect(few).toHaveLength(5);
    expect([few[0]!.order, few.at(-1)!.order]).toEqual([paths[0]!.order, paths.at(-1)!.order]);
    expect(paretoPaths(problem, { most: 5, generations: 60 })).toEqual(few);
  });

  it('is one path where there is nothing to trade', () => {
    expect(paretoPaths({ units: [] }).map(({ order }) => order)).toEqual([[]]);
    expect(paretoPaths({ units: [{ id: 'a' }] }, { most: 1 }).map(({ order }) => order)).toEqual([['a']]);
  });

  it('refuses locks and deadlines, which it would not keep', () => {
    const units = [{ id: 'a' }, { id: 'b' }];
    expect(() => paretoPaths({ units, locked: [{ unitId: 'a', position: 1 }] })).toThrow(
      /plan without them, or by planPath/,
    );
    expect(() => paretoPaths({ units }, { most: 0 })).toThrow(/most/);
  });
});
