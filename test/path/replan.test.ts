import fc from 'fast-check';
import { planPath, replan } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { drawnProblem } from './orders.ts';

const ids = (size: number) => Array.from({ length: size }, (_, k) => `u${k}`);
/** Units u0.. with random relations, of which some require others. */
const course = (size: number, density: number, seed: number) => {
  const { cost, before } = drawnProblem(size, density, seed);
  return deepFreeze({
    units: ids(size).map((id, k) => ({ id, minutes: 10 + (k % 3), difficulty: (k * 7) % 5 })),
    prerequisites: before.flatMap((list, after) => list.map((b): [string, string] => [`u${b}`, `u${after}`])),
    relation: Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (__, j) => (i === j ? 1 : 1 - cost[Math.min(i, j) * size + Math.max(i, j)]!)),
    ),
  });
};
const changes = (list: readonly { unitId: string; change: string }[]) =>
  list.map(({ unitId, change }) => `${unitId} ${change}`);

describe('replan', () => {
  it('changes nothing when nothing is new', () => {
    const problem = course(9, 0.1, 1);
    const path = planPath(problem);
    const next = replan(problem, path, {});
    expect(next.path.order).toEqual(path.order);
    expect(next).toMatchObject({ done: [], changes: [] });
    expect(next.path).toMatchObject({ cost: path.cost, proof: 'optimal' });
  });

  it('keeps what is done and the order of the rest', () => {
    const problem = course(10, 0.15, 2);
    const path = planPath(problem);
    const done = path.order.slice(0, 3);
    const next = replan(problem, path, { done }, { slack: 1 });
    expect(next.path.order).toEqual(path.order.slice(3));
    expect(next.done).toEqual(done);
    expect(changes(next.changes)).toEqual(done.map((id) => `${id} done`));
  });

  it('drops what is mastered, whoever taught it, and says so', () => {
    const problem = course(10, 0.15, 3);
    const path = planPath(problem);
    const gone = path.order[4]!;
    const { path: next, changes: list } = replan(problem, path, { done: [], mastered: [gone] }, { slack: 1 });
    expect(next.order).toEqual(path.order.filter((id) => id !== gone));
    expect(list).toEqual([{ unitId: gone, change: 'dropped', why: 'what it teaches is mastered' }]);
  });

  it('repeats what was done in vain, before what needs it', () => {
    const problem = { ...course(6, 0, 4), prerequisites: [['u0', 'u5']] as const };
    const path = planPath(problem);
    const done = path.order.slice(0, path.order.indexOf('u5'));
    const next = replan(problem, path, { done, open: ['u0'] });
    expect(next.path.order.indexOf('u0')).toBeLessThan(next.path.order.indexOf('u5'));
    expect(next.changes).toContainEqual({ unitId: 'u0', change: 'repeated', why: '"u0" is not mastered' });
    expect(next.done).toEqual(done);
  });

  it('adds what was thought to be mastered and is not', () => {
    const problem = {
      ...course(7, 0, 5),
      prerequisites: [['u1', 'u6']] as const,
      mastered: ['u1'],
      goals: ['u6', 'u2', 'u3'],
    };
    const path = planPath(problem);
    expect(path.order).not.toContain('u1');
    const next = replan(problem, path, { open: ['u1'] });
    expect(next.path.order.indexOf('u1')).toBeLessThan(next.path.order.indexOf('u6'));
    expect(changes(next.changes).filter((line) => !line.endsWith('moved'))).toEqual(['u1 added']);
  });

  it('places what is new where it costs least, the rest in its order', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 3, max: 7 }), (seed, size) => {
        const whole = course(size, 0.2, seed);
        const newcomer = `u${seed % size}`;
        const known = { ...whole, mastered: [newcomer] };
        const old = planPath(known).order;
        const next = replan(known, { order: old }, { open: [newcomer] }, { slack: 1 });
        expect(next.path.order.filter((id) => id !== newcomer)).toEqual(old);
        const position = new Map(ids(size).map((id, k) => [id, k]));
        const cost = (order: readonly string[]) =>
          planPathCost(
            whole,
            order.map((id) => position.get(id)!),
          );
        const feasible = old
          .map((_, k) => [...old.slice(0, k), newcomer, ...old.slice(k)])
          .concat([[...old, newcomer]])
          .filter((order) => whole.prerequisites.every(([a, b]) => order.indexOf(a) < order.indexOf(b)));
        expect(Math.abs(cost(next.path.order) - Math.min(...feasible.map(cost)))).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('orders anew where the old order has become much worse than the best, and names who moved', () => {
    const units = ids(6).map((id, k) => ({ id, difficulty: k, text: 'same words here' }));
    const path = planPath({ units, weight: 1 });
    expect(path.order).toEqual(ids(6));
    // the difficulties turn out to be the other way round
    const turned = { units: units.map((unit) => ({ ...unit, difficulty: 6 - unit.difficulty })), weight: 1 };
    const { path: next, changes: list } = replan(turned, path, { done: ['u0'] });
    expect(next.order).toEqual(['u5', 'u4', 'u3', 'u2', 'u1']);
    expect(list.filter(({ change }) => change === 'moved')).toHaveLength(4); // one of them can count as standing still
    const kept = replan(turned, path, { done: ['u0'] }, { slack: 1 });
    expect(kept.path.order).toEqual(['u1', 'u2', 'u3', 'u4', 'u5']);
    expect(kept.path.proof).toBe('heuristic');
    expect(kept.path.lowerBound).toBeLessThanOrEqual(next.cost + 1e-12);
  });

  it('keeps to the order that new prerequisites leave', () => {
    const units = ids(4).map((id) => ({ id }));
    const path = planPath({
      units,
      prerequisites: [
        ['u0', 'u1'],
        ['u1', 'u2'],
        ['u2', 'u3'],
      ],
    });
    const { path: next } = replan({ units, prerequisites: [['u3', 'u1']] }, path, {});
    expect(next.order.indexOf('u3')).toBeLessThan(next.order.indexOf('u1'));
  });

  it('plans the minutes that are left, and what no longer fits is dropped for that reason', () => {
    const units = ids(5).map((id) => ({ id, minutes: 10 }));
    const problem = { units, minutes: 50 };
    const path = planPath(problem);
    const next = replan({ ...problem, minutes: 30 }, path, { done: path.order.slice(0, 2) });
    expect(next.path.order).toHaveLength(1);
    expect(next.changes.filter(({ change }) => change === 'dropped').map(({ why }) => why)).toEqual([
      'the minutes left do not suffice for it',
      'the minutes left do not suffice for it',
    ]);
    expect(() => replan({ ...problem, minutes: 20 }, path, { done: path.order.slice(0, 2) })).toThrow(
      /what is done took 20 of 20 minutes; nothing is left/,
    );
  });

  it('shifts locks and deadlines by what is done', () => {
    const units = ids(5).map((id) => ({ id, minutes: 10 }));
    const problem = { units, locked: [{ unitId: 'u4', position: 2 }], deadlines: [{ unitId: 'u3', minutes: 20 }] };
    const path = planPath(problem);
    expect(path.order[2]).toBe('u4');
    const next = replan(problem, path, { done: path.order.slice(0, 1) });
    expect(next.path.order[1]).toBe('u4');
    expect(next.path.order).toEqual(path.order.slice(1));
  });

  it('is empty when all is done', () => {
    const problem = course(4, 0, 1);
    const path = planPath(problem);
    expect(replan(problem, path, { done: path.order }).path).toMatchObject({ order: [], cost: 0 });
  });

  it('refuses evidence that makes no sense', () => {
    const problem = course(3, 0, 1);
    const path = planPath(problem);
    expect(() => replan(problem, path, { done: ['x'] })).toThrow(/replan: done names "x", which is no unit/);
    expect(() => replan(problem, path, { done: ['u1', 'u1'] })).toThrow(/listed twice/);
    expect(() => replan(problem, path, { mastered: ['u1'], open: ['u1'] })).toThrow(/"u1" is both mastered and open/);
    expect(() => replan(problem, path, {}, { slack: -0.1 })).toThrow(/slack/);
    expect(() => replan(problem, path, { theta: Number.NaN })).toThrow(/theta/);
  });
});

function planPathCost(problem: ReturnType<typeof course>, order: readonly number[]): number {
  const { units, relation } = problem;
  const range =
    Math.max(...units.map(({ difficulty }) => difficulty)) - Math.min(...units.map(({ difficulty }) => difficulty));
  let sum = 0;
  for (let k = 1; k < order.length; k++) {
    const [a, b] = [order[k - 1]!, order[k]!];
    const drop = Math.max(0, units[a]!.difficulty - units[b]!.difficulty);
    sum += 1 - (0.5 * relation[a]![b]! + 0.5 * (range > 0 ? 1 - drop / range : 1));
  }
  return sum / Math.max(1, order.length - 1);
}
