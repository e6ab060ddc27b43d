import fc from 'fast-check';
import { alternatives, applyChoice, evaluateOrder, planPath, type Unit } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { drawnProblem, permutations } from './orders.ts';

const course = (size: number, density: number, seed: number) => {
  const { cost, before } = drawnProblem(size, density, seed);
  return deepFreeze({
    units: Array.from(
      { length: size },
      (_, k): Unit => ({
        id: `u${k}`,
        modality: ['text', 'video', 'exercise'][k % 3]!,
        theme: ['algebra', 'shapes'][k % 2]!,
      }),
    ),
    prerequisites: before.flatMap((list, after) => list.map((b): [string, string] => [`u${b}`, `u${after}`])),
    relation: Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i === j ? 1 : 1 - cost[Math.min(i, j) * size + Math.max(i, j)]!)),
    ),
  });
};

describe('alternatives', () => {
  it('are the best paths that begin so, none dearer than allowed, the planned one first', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 2, max: 6 }), fc.nat(5), (seed, size, place) => {
        const problem = course(size, 0.15, seed);
        const path = planPath(problem);
        const at = place % size;
        const choices = alternatives(problem, path, at, 4, { within: 0.2 });
        expect(choices[0]).toMatchObject({ unitId: path.order[at], order: path.order, differsIn: [], extra: 0 });
        const all = permutations([...path.order.keys()])
          .map((order) => order.map((k) => path.order[k]!))
          .filter((order) => order.slice(0, at).join() === path.order.slice(0, at).join())
          .filter((order) => problem.prerequisites.every(([a, b]) => order.indexOf(a) < order.indexOf(b)))
          .map((order) => ({ order, cost: evaluateOrder({ ...problem, order }).cost }));
        for (const choice of choices) {
          const best = Math.min(...all.filter(({ order }) => order[at] === choice.unitId).map(({ cost }) => cost));
          expect(Math.abs(choice.cost - best)).toBeLessThan(1e-9);
          expect(choice.cost).toBeLessThanOrEqual(path.cost * 1.2 + 1e-9);
          expect(Math.abs(evaluateOrder({ ...problem, order: choice.order }).cost - choice.cost)).toBeLessThan(1e-9);
          expect(applyChoice(problem, choice)).toMatchObject({ order: choice.order, planner: 'choice' });
        }
        // as many as there are good ones, up to four
        const good = new Set(all.filter(({ cost }) => cost <= path.cost * 1.2 + 1e-9).map(({ order }) => order[at]));
        expect(choices).toHaveLength(Math.min(4, good.size));
      }),
      { numRuns: 40 },
    );
  });

  it('prefer what differs in modality or theme to what costs a little less', () => {
    const units = [
      { id: 'planned', modality: 'text', theme: 'algebra' },
      { id: 'alike', modality: 'text', theme: 'algebra' },
      { id: 'film', modality: 'video', theme: 'algebra' },
      { id: 'shapes', modality: 'text', theme: 'shapes' },
    ];
    const problem = { units, relation: units.map((_, i) => units.map((__, j) => (i === j ? 1 : 0.5))) };
    const choices = alternatives(problem, planPath(problem), 0, 3);
    expect(choices.map(({ unitId }) => unitId)).toEqual(['planned', 'film', 'shapes']);
    expect(choices.map(({ differsIn }) => differsIn)).toEqual([[], ['modality'], ['theme']]);
    expect(alternatives(problem, planPath(problem), 0, 4).at(-1)!.unitId).toBe('alike');
  });

  it('offer another unit that teaches the same, which then takes the place', () => {
    const units = [
      { id: 'halves', text: 'half whole' },
      { id: 'fractions-text', teaches: ['fractions'], modality: 'text', text: 'half fraction' },
      { id: 'fractions-film', teaches: ['fractions'], modality: 'video', text: 'half fraction' },
    ];
    const problem = deepFreeze({ units, prerequisites: [['halves', 'fractions']] as const, teachers: 'one' as const });
    const path = planPath(problem);
    const [planned, other] = alternatives(problem, path, 1);
    expect(planned!.unitId).toBe(path.order[1]);
    expect(other).toMatchObject({ instead: path.order[1], differsIn: ['modality'], extra: 0 });
    const changed = applyChoice(problem, other!);
    expect(changed.order).toEqual(['halves', other!.unitId]);
    expect(changed.leftOut).toEqual([
      { unitId: path.order[1], reason: 'infeasible', text: 'Another unit was chosen in its place.' },
    ]);
  });

  it('never move what stands before, nor break a prerequisite', () => {
    const problem = course(30, 0.08, 5);
    const path = planPath(problem);
    for (const at of [0, 10, 29]) {
      for (const { order } of alternatives(problem, path, at, 4, { evaluations: 3000 })) {
        expect(order.slice(0, at)).toEqual(path.order.slice(0, at));
        expect(order.length).toBe(30);
        for (const [a, b] of problem.prerequisites) expect(order.indexOf(a)).toBeLessThan(order.indexOf(b));
      }
    }
  });

  it('are the planned unit alone where nothing else may come or is good enough', () => {
    const units = [{ id: 'a' }, { id: 'b' }];
    const chain = { units, prerequisites: [['a', 'b']] as const };
    expect(alternatives(chain, planPath(chain), 0).map(({ unitId }) => unitId)).toEqual(['a']);
  });

  it('refuse places and numbers that make no sense, and paths of other problems', () => {
    const problem = course(4, 0, 1);
    const path = planPath(problem);
    for (const at of [-1, 4, 0.5]) expect(() => alternatives(problem, path, at)).toThrow(/at must be a whole number/);
    for (const k of [1, 5])
      expect(() => alternatives(problem, path, 0, k)).toThrow(/k must be a whole number from 2 to 4/);
    expect(() => alternatives(problem, path, 0, 3, { within: 2 })).toThrow(/within/);
    expect(() => alternatives(problem, { ...path, order: ['x'] }, 0)).toThrow(/the path has "x", which is no unit/);
    const wrong = (order: string[]) => () =>
      applyChoice({ units: [{ id: 'a' }, { id: 'b' }], prerequisites: [['a', 'b']] }, { order, instead: null });
    expect(wrong(['a', 'c'])).toThrow(/"c" is not on the path any more/);
    expect(wrong(['a'])).toThrow(/lacks "b"/);
    expect(wrong(['b', 'a'])).toThrow(/"b" would come before "a", which it requires/);
  });
});
