// What planPath does with budgets, groups, locks, deadlines, begun units, what is not feasible, preferences, ability and objectives.
import fc from 'fast-check';
import { evaluateOrder, memetic, type PathProblem, planPath, quickWins, type Unit, variety } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { permutations } from './orders.ts';

const units: readonly Unit[] = deepFreeze([
  { id: 'a', minutes: 10, difficulty: -1, theme: 'x', modality: 'text' },
  { id: 'b', minutes: 20, difficulty: 0, theme: 'x', modality: 'video' },
  { id: 'c', minutes: 30, difficulty: 1, theme: 'y', modality: 'text' },
  { id: 'd', minutes: 40, difficulty: 2, theme: 'y', modality: 'video' },
]);
const chain = [
  ['a', 'b'],
  ['b', 'c'],
] as const;

describe('a budget', () => {
  it('takes the goals that fit with all they require, and says what the others would take', () => {
    const path = planPath({ units, prerequisites: chain, goals: ['c', 'd'], minutes: 60 });
    expect(path).toMatchObject({ order: ['a', 'b', 'c'], minutes: 60, reached: ['c'], missed: ['d'] });
    expect(path.leftOut).toEqual([{ unitId: 'd', reason: 'budget', budget: 100 }]);
    expect(path.selectionProof).toBe('optimal');
    expect(planPath({ units, prerequisites: chain, goals: ['c', 'd'], minutes: 100 }).missed).toEqual([]);
  });

  it('prefers what is worth more, and is scaled by the pace', () => {
    const worth = [{ competencyId: 'd', value: 5 }];
    expect(planPath({ units, prerequisites: chain, goals: ['c', 'd'], minutes: 60, worth })).toMatchObject({
      order: ['a', 'd'], // the minutes left over go to a step towards the other goal
      reached: ['d'],
      missed: ['c'],
    });
    expect(planPath({ units, goals: ['a', 'b'], minutes: 30, pace: 2 }).order).toEqual(['a']);
    expect(planPath({ units, goals: ['a', 'b'], minutes: 30, pace: 2 }).minutes).toBe(20);
  });

  it('that is too small for any goal goes to steps towards one, and says what is missing', () => {
    const path = planPath({ units, prerequisites: chain, goals: ['c'], minutes: 59 });
    expect(path).toMatchObject({ order: ['a', 'b'], reached: [], missed: ['c'], minutes: 30 });
    expect(path.leftOut.find(({ unitId }) => unitId === 'c')).toEqual({ unitId: 'c', reason: 'budget', budget: 60 });
    expect(planPath({ units, prerequisites: chain, goals: ['c'], minutes: 9 })).toMatchObject({
      order: [],
      minutes: 0,
    });
  });

  it('is never exceeded, and what is reported suffices', () => {
    const drawn = fc.record({
      minutes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }),
      pairs: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 6 }),
      budget: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(drawn, ({ minutes, pairs, budget }) => {
        const size = minutes.length;
        const problem = {
          units: minutes.map((each, k) => ({ id: `u${k}`, minutes: each })),
          prerequisites: pairs
            .map(([a, b]) => [a % size, b % size].sort((x, y) => x - y))
            .filter(([a, b]) => a !== b)
            .map(([a, b]): [string, string] => [`u${a}`, `u${b}`]),
        };
        const path = planPath({ ...problem, minutes: budget });
        expect(path.minutes).toBeLessThanOrEqual(budget);
        for (const [a, b] of problem.prerequisites) {
          if (path.order.includes(b)) expect(path.order.indexOf(a)).toBeLessThan(path.order.indexOf(b));
        }
        for (const { unitId, reason, budget: enough } of path.leftOut) {
          expect(reason).toBe('budget');
          expect(enough).toBeGreaterThan(budget);
          // with so many minutes and that goal alone there is room for it
          expect(planPath({ ...problem, goals: [unitId], minutes: enough! }).order).toContain(unitId);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('groups of prerequisites', () => {
  it('take the cheapest members that suffice', () => {
    const any = [{ target: 'd', anyOf: ['a', 'c'] }];
    expect(planPath({ units, prerequisites: any, goals: ['d'], minutes: 1000 }).order).toEqual(['a', 'd']);
    const two = [{ target: 'd', kOf: ['a', 'b', 'c'], k: 2 }];
    const path = planPath({ units, prerequisites: two, goals: ['d'], minutes: 1000 });
    expect([...path.order].sort()).toEqual(['a', 'b', 'd']);
    expect(path.order.at(-1)).toBe('d');
  });

  it('count what is mastered', () => {
    const any = [{ target: 'd', anyOf: ['a', 'c'] }];
    expect(planPath({ units, prerequisites: any, goals: ['d'], mastered: ['c'] }).order).toEqual(['d']);
  });
});

describe('locks, deadlines and begun units', () => {
  it('are kept, at the least cost they allow', () => {
    for (const [k, unit] of units.entries()) {
      for (const position of [0, 1, 2, 3]) {
        const locked = [{ unitId: unit.id, position }];
        const path = planPath({ units, locked });
        expect(path.order[position]).toBe(unit.id);
        const allowed = permutations([0, 1, 2, 3]).filter((order) => order[position] === k);
        const least = Math.min(
          ...allowed.map((order) => evaluateOrder({ units, order: order.map((j) => units[j]!.id) }).cost),
        );
        expect(path.cost).toBeCloseTo(least, 12);
        expect(path.proof).toBe('optimal');
      }
    }
    const due = planPath({ units, deadlines: [{ unitId: 'd', minutes: 50 }] });
    expect(due.order.slice(0, 2)).toContain('d');
    expect(planPath({ units, begun: ['c'], prerequisites: chain }).order).toEqual(['a', 'b', 'c', 'd']);
    expect(planPath({ units, begun: ['d'] }).order[0]).toBe('d');
  });

  it('that contradict each other are refused, with what to change', () => {
    const bad = (more: Partial<PathProblem>, message: RegExp) =>
      expect(() => planPath({ units, prerequisites: chain, ...more })).toThrow(message);
    bad({ locked: [{ unitId: 'c', position: 0 }] }, /locked/);
    bad(
      {
        locked: [
          { unitId: 'a', position: 1 },
          { unitId: 'd', position: 1 },
        ],
      },
      /"a" and "d" are locked in the same position; unlock one/,
    );
    bad(
      {
        locked: [
          { unitId: 'b', position: 0 },
          { unitId: 'a', position: 1 },
        ],
      },
      /locked against the order they require/,
    );
    bad({ locked: [{ unitId: 'a', position: 9 }] }, /locked in position 9, but the path has 4 units/);
    bad({ locked: [{ unitId: 'x', position: 0 }] }, /locked names "x", which is no unit/);
    bad(
      { deadlines: [{ unitId: 'c', minutes: 59 }] },
      /"c" is after 59 minutes, but it and what has to come before take 60; move it/,
    );
    bad(
      {
        deadlines: [
          { unitId: 'd', minutes: 40 },
          { unitId: 'a', minutes: 20 },
        ],
      },
      /cannot all be kept/,
    );
    bad({ begun: ['y'] }, /begun names "y", which is no unit/);
  });
});

describe('what is not feasible', () => {
  it('is left out with its reason, and so is what then has no way to it', () => {
    const infeasible = [{ id: 'b', reasons: [{ text: 'It needs a network.' }] }, { id: 'not-a-unit' }];
    const path = planPath({ units, prerequisites: chain, infeasible });
    expect([...path.order].sort()).toEqual(['a', 'd']);
    expect(path.leftOut.find(({ unitId }) => unitId === 'b')).toEqual({
      unitId: 'b',
      reason: 'infeasible',
      text: 'It needs a network.',
    });
    expect(path.leftOut.find(({ unitId }) => unitId === 'c')!.reason).toBe('infeasible');
    expect(path.missed).toEqual(['b', 'c']);
  });
});

describe('preferences', () => {
  it('move liked units forward between equals, and never before what they require', () => {
    const plain = units.map(({ id, minutes }) => ({ id, minutes: minutes! }));
    expect(planPath({ units: plain, preferences: [{ unitId: 'd', value: 1 }] }).order[0]).toBe('d');
    expect(planPath({ units: plain, preferences: [{ unitId: 'a', value: 0 }] }).order.at(-1)).toBe('a');
    const liked = planPath({ units: plain, prerequisites: chain, preferences: [{ unitId: 'c', value: 1 }] }).order;
    expect(liked.slice(0, 3)).toEqual(['a', 'b', 'c']);
  });

  it('weigh a fifth at most', () => {
    const preferences = [{ unitId: 'a', value: 1 }];
    const { objectives } = planPath({ units, preferences, preferenceWeight: 0.2 });
    expect(objectives.find(({ name }) => name === 'preference')!.weight).toBeCloseTo(0.2 / 1.2, 12);
    expect(() => planPath({ units, preferences, preferenceWeight: 0.3 })).toThrow(
      /preferenceWeight must be in \[0, 0.2\]/,
    );
    expect(() => planPath({ units, preferences: [{ unitId: 'x', value: 1 }] })).toThrow(/preferences name "x"/);
    expect(() => planPath({ units, preferences: [{ unitId: 'a', value: 2 }] })).toThrow(/preference of unit "a"/);
  });
});

describe('ability and further objectives', () => {
  it('say how well a path suits what the learner can do', () => {
    const levels = Array.from({ length: 7 }, (_, k) => ({ id: `l${k}`, difficulty: k - 3 }));
    const valueAt = (theta: number) =>
      planPath({ units: levels, theta }).objectives.find(({ name }) => name === 'challenge')!.value;
    const fitting = -3 + Math.log(0.8 / 0.2); // succeeds at the first unit with probability 0.8
    expect(valueAt(fitting)).toBeCloseTo(1, 12);
    expect(valueAt(fitting + 2)).toBeLessThan(valueAt(fitting + 1));
    expect(valueAt(fitting + 1)).toBeLessThan(1);
    expect(planPath({ units: levels, theta: 0 }).objectives.map(({ weight }) => weight)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('change the order in their sense, and tell their value', () => {
    const mixed = planPath({ units, weight: 0, objectives: [{ objective: variety(), weight: 10 }] });
    const themes = mixed.order.map((id) => units.find((unit) => unit.id === id)!.theme);
    expect(themes.filter((theme, k) => k > 0 && theme === themes[k - 1]).length).toBe(0);
    const wins = planPath({ units, weight: 0, objectives: [{ objective: quickWins(), weight: 10 }] });
    expect(wins.order).toEqual(['a', 'b', 'c', 'd']);
    for (const path of [mixed, wins]) {
      const cost = path.objectives.reduce((sum, { weight, value }) => sum + weight * (1 - value), 0);
      expect(path.cost).toBeCloseTo(cost, 12);
      expect(path.objectives.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('large and bad input', () => {
  it('chooses among 10,000 units, and refuses to order all of them at once', () => {
    const many = Array.from({ length: 10_000 }, (_, k) => ({ id: `u${k}`, minutes: 1 }));
    const prerequisites = many.slice(1).map(({ id }, k) => [`u${k}`, id] as const);
    const path = planPath({ units: many, prerequisites, goals: ['u20'] });
    expect(path.order).toEqual(many.slice(0, 21).map(({ id }) => id));
    expect(path.leftOut).toHaveLength(9979);
    expect(() => planPath({ units: many })).toThrow(
      /10000 units are too many to order at once, 3000 at most; name goals/,
    );
  });

  it('orders 1,000 units with prerequisites', () => {
    const many = Array.from({ length: 1000 }, (_, k) => ({ id: `u${k}`, difficulty: (k * 37) % 101 }));
    const prerequisites = many.slice(3).map(({ id }, k) => [`u${k}`, id] as const);
    const path = planPath({ units: many, prerequisites, weight: 0.5 }, { by: memetic({ evaluations: 2_000_000 }) });
    const position = new Map(path.order.map((id, k) => [id, k]));
    expect(position.size).toBe(1000);
    for (const [a, b] of prerequisites) expect(position.get(a)!).toBeLessThan(position.get(b)!);
  });

  it('names what is wrong', () => {
    const bad = (problem: unknown, message: RegExp) => expect(() => planPath(problem as PathProblem)).toThrow(message);
    bad(
      {
        units,
        prerequisites: [
          ['a', 'b'],
          ['b', 'a'],
        ],
      },
      /is its own prerequisite \(.* -> .* -> .*\)/,
    );
    bad({ units, prerequisites: [['a', 'z']] }, /"z" is taught by no unit/);
    bad({ units, goals: ['z'] }, /goal "z" is taught by no unit and not mastered/);
    bad({ units: [...units, units[0]] }, /unit "a" is listed twice/);
    bad({ units: [{ id: 'a', minutes: -1 }] }, /minutes of unit "a" must be a finite number above 0, got -1/);
    bad({ units: [{ id: 'a', minutes: 0 }] }, /minutes of unit "a"/);
    bad({ units: [{ id: 'a', difficulty: Number.NaN }] }, /difficulty of unit "a"/);
    bad({ units: [{ id: '' }] }, /units\[0\].id must be a non-empty string/);
    bad({ units: [null] }, /units\[0\].id/);
    bad({ units: 'x' }, /units must be an array/);
    bad({ units, minutes: 0 }, /minutes/);
    bad({ units: [{ id: 'a' }], minutes: 10 }, /"a" has no minutes/);
    bad({ units, pace: 0 }, /pace/);
    bad({ units, relation: [[1]] }, /relation must be 4 x 4/);
    bad({ units, relation: new Float64Array(16).fill(Number.NaN) }, /relation\[0\]\[0\]/);
    bad({ units, weight: 1.5 }, /weight/);
    bad({ units, objectives: [{ objective: variety(), weight: -1 }] }, /weight of objective "variety"/);
    bad({ units, theta: Infinity }, /theta/);
    bad({ units, prerequisites: [{ target: 'd', kOf: ['a', 'b'], k: 3 }] }, /k/);
  });

  it('ids may be called like anything', () => {
    const odd = ['__proto__', 'constructor', 'toString', ''.padEnd(300, 'x')].map((id) => ({ id }));
    const path = planPath({ units: odd, prerequisites: [['toString', '__proto__']] });
    expect(path.order.indexOf('toString')).toBeLessThan(path.order.indexOf('__proto__'));
    expect(path.order).toHaveLength(4);
  });
});
