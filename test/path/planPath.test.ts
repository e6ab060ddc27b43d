import { evaluateOrder, exact, genetic, memetic, planPath, smooth, type Unit } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { optima, sopInstance } from '../reference/path/sop.ts';
import { close } from '../tolerance.ts';
import { drawnProblem } from './orders.ts';

const units: readonly Unit[] = deepFreeze([
  { id: 'fractions', difficulty: 1, minutes: 30, text: 'numerator, equal parts' },
  { id: 'number-line', difficulty: -1, minutes: 20, text: 'segment, whole' },
  { id: 'equal-parts', difficulty: 0, minutes: 15, text: 'equal parts, whole' },
  { id: 'angles', difficulty: 0.5, minutes: 10, text: 'degree, turn' },
]);
const chain = [
  ['number-line', 'equal-parts'],
  ['equal-parts', 'fractions'],
] as const;

describe('planPath', () => {
  it('selects what the goals require and says why the rest is left out', () => {
    const path = planPath({ units, prerequisites: chain, goals: ['fractions'], mastered: ['number-line'] });
    expect(path.order).toEqual(['equal-parts', 'fractions']);
    expect(path.leftOut).toEqual([
      { unitId: 'number-line', reason: 'mastered' },
      { unitId: 'angles', reason: 'noGoal' },
    ]);
    expect(path).toMatchObject({ proof: 'optimal', planner: 'exact', seed: 0 });
  });

  it('does not ask for what a mastered competency once required', () => {
    const path = planPath({ units, prerequisites: chain, goals: ['fractions'], mastered: ['equal-parts'] });
    expect(path.order).toEqual(['fractions']);
  });

  it('adds up: the cost is the weighted mean of the terms of its steps', () => {
    const path = planPath({ units, weight: 0.3 });
    const links = path.steps.slice(1);
    const mean = (of: 'continuity' | 'difficultyFit') => links.reduce((sum, step) => sum + step[of]!, 0) / links.length;
    close([path.terms.continuity, path.terms.difficultyFit], [mean('continuity'), mean('difficultyFit')]);
    close(path.cost, 1 - (0.7 * mean('continuity') + 0.3 * mean('difficultyFit')));
    expect(path.lowerBound).toBeLessThanOrEqual(path.cost);
    expect(path.steps[0]).toMatchObject({ continuity: null, difficultyFit: null });
    expect(path.explain).toHaveLength(4);
    close(evaluateOrder({ units, order: path.order, weight: 0.3 }).cost, path.cost);
  });

  it('orders by difficulty alone at weight 1 and by relation alone at weight 0', () => {
    expect(planPath({ units, weight: 1 }).order).toEqual(['number-line', 'equal-parts', 'angles', 'fractions']);
    const byText = planPath({ units, weight: 0 }).order;
    expect(Math.abs(byText.indexOf('fractions') - byText.indexOf('equal-parts'))).toBe(1);
    expect(Math.abs(byText.indexOf('number-line') - byText.indexOf('equal-parts'))).toBe(1);
  });

  it('keeps prerequisites through competencies that no unit on the path teaches', () => {
    const path = planPath({
      units: [{ id: 'late', difficulty: -2 }, { id: 'middle' }, { id: 'early', difficulty: 2 }].map((unit) => ({
        difficulty: 0,
        ...unit,
      })),
      prerequisites: [
        ['early', 'middle'],
        ['middle', 'late'],
      ],
      mastered: ['middle'],
      weight: 1,
    });
    expect(path.order).toEqual(['early', 'late']);
  });

  it('lets several units teach one competency and one unit several', () => {
    const path = planPath({
      units: [
        { id: 'u3', teaches: ['c'] },
        { id: 'u1', teaches: ['a'] },
        { id: 'u2', teaches: ['a', 'b'] },
      ],
      prerequisites: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    });
    expect(path.order).toEqual(['u1', 'u2', 'u3']);
  });

  it('is an empty path when there is nothing, or nothing left, to learn', () => {
    expect(planPath({ units: [] })).toMatchObject({ order: [], cost: 0, proof: 'optimal', leftOut: [], steps: [] });
    const all = units.map(({ id }) => id);
    expect(planPath({ units, mastered: all })).toMatchObject({ order: [], cost: 0, lowerBound: 0 });
    expect(planPath({ units, mastered: all }).leftOut.map(({ reason }) => reason)).toEqual(all.map(() => 'mastered'));
    expect(planPath({ units: [units[0]!] })).toMatchObject({ order: ['fractions'], cost: 0, proof: 'optimal' });
  });

  it('goes from exact to memetic by itself when there are too many units', () => {
    const many = Array.from({ length: 60 }, (_, k) => ({ id: `u${k}`, difficulty: (k * 7) % 40 }));
    expect(planPath({ units: many, weight: 1 })).toMatchObject({ cost: 0, proof: 'optimal' });
    const { cost } = drawnProblem(60, 0, 1);
    const path = planPath({ units: many, weight: 0, relation: cost.map((each) => 1 - each) });
    expect(path).toMatchObject({ planner: 'memetic', proof: 'heuristic' });
    expect(path.lowerBound).toBeGreaterThan(0.8 * path.cost);
  });

  it.each([exact(), genetic(), memetic({ evaluations: 5000 })])(
    'gives $name the same problem and the same laws',
    (by) => {
      const path = planPath({ units, prerequisites: chain, difficultyTerm: smooth() }, { by, seed: 3 });
      expect(path.planner).toBe(by.name);
      expect(path.order.indexOf('number-line')).toBeLessThan(path.order.indexOf('equal-parts'));
      expect(path.order.indexOf('equal-parts')).toBeLessThan(path.order.indexOf('fractions'));
      expect(path).toEqual(planPath({ units, prerequisites: chain, difficultyTerm: smooth() }, { by, seed: 3 }));
    },
  );

  it('does not depend on the order or the names of the units', () => {
    const renamed = [...units].reverse().map((unit) => ({ ...unit, id: `x-${unit.id}` }));
    close(planPath({ units: renamed }).cost, planPath({ units }).cost);
    expect(planPath({ units: renamed }).order).toEqual(planPath({ units }).order.map((id) => `x-${id}`));
  });

  it('takes a given relation as numbers in rows or in one array', () => {
    const rows = units.map((_, i) => units.map((__, j) => (i === j ? 1 : (i + j) / 10)));
    const fromRows = planPath({ units, relation: rows, weight: 0 });
    expect(planPath({ units, relation: Float64Array.from(rows.flat()), weight: 0 })).toEqual(fromRows);
    expect(fromRows.order.slice(1).includes('number-line') || fromRows.order[0] === 'number-line').toBe(true);
    close(fromRows.terms.continuity, fromRows.steps.slice(1).reduce((sum, step) => sum + step.continuity!, 0) / 3);
  });

  it('names a cycle, of competencies or of units', () => {
    expect(() => planPath({ units, prerequisites: [...chain, ['fractions', 'number-line']] })).toThrow(
      /planPath: competency "equal-parts" is its own prerequisite \(equal-parts -> fractions -> number-line -> equal-parts\)/,
    );
    const tangled = [
      { id: 'u', teaches: ['a', 'd'] },
      { id: 'v', teaches: ['b', 'c'] },
    ];
    expect(() =>
      planPath({
        units: tangled,
        prerequisites: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      }),
    ).toThrow(/units wait for each other \(u -> v -> u\)/);
  });

  it.each([
    [{ units: [units[0]!, units[0]!] }, /unit "fractions" is listed twice/],
    [{ units: [{ id: '' }] }, /units\[0\].id must be a non-empty string, got ""/],
    [{ units: [null as never] }, /units\[0\].id must be a non-empty string, got undefined/],
    [{ units: undefined as never }, /planPath: units must be an array, got undefined/],
    [{ units: [{ id: 'x', minutes: -5 }] }, /minutes of unit "x" must be a finite number above 0, got -5/],
    [
      { units: [{ id: 'x', difficulty: Number.NaN }] },
      /difficulty of unit "x" must be a finite number of logits, got NaN/,
    ],
    [{ units: [{ id: 'x', difficulty: 1 }, { id: 'y' }] }, /unit "y" has no difficulty but others do/],
    [{ units, weight: 1.5 }, /weight must be a number in \[0, 1\], got 1.5/],
    [{ units, goals: ['algebra'] }, /goal "algebra" is taught by no unit and not mastered/],
    [{ units, prerequisites: [['unheard', 'angles']] as const }, /prerequisite "unheard" is taught by no unit/],
    [{ units, relation: [[1]] }, /relation must be 4 x 4/],
    [{ units: units.slice(0, 2), relation: [[1], [0, 1, 1]] }, /relation must be 2 x 2/],
    [
      {
        units: units.slice(0, 2),
        relation: [
          [1, Number.NaN],
          [0, 1],
        ],
      },
      /relation\[0\]\[1\] must be a number in \[0, 1\], got NaN/,
    ],
  ])('refuses %o', (problem, message) => {
    expect(() => planPath(problem)).toThrow(message);
  });

  it('refuses a seed that is none and a planner that gives up', () => {
    expect(() => planPath({ units }, { seed: 0.5 })).toThrow(/seed/);
    expect(() => planPath({ units }, { by: { name: 'none', options: {}, plan: () => null } })).toThrow(
      /planner "none" gave up on 4 units/,
    );
  });

  it('leaves difficulty out of it when nobody knows any, or when it weighs nothing', () => {
    const bare = units.map(({ id, text }) => ({ id, text: text! }));
    expect(planPath({ units: bare }).terms.difficultyFit).toBe(1);
    expect(planPath({ units: [units[0]!, ...bare.slice(1)], weight: 0 }).terms.difficultyFit).toBe(1);
  });

  it('treats __proto__, constructor and toString as ordinary ids', () => {
    const odd = ['__proto__', 'constructor', 'toString'].map((id) => ({ id }));
    const prerequisites = [
      ['toString', 'constructor'],
      ['constructor', '__proto__'],
    ] as const;
    expect(planPath({ units: odd, prerequisites }).order).toEqual(['toString', 'constructor', '__proto__']);
  });

  it('plans 1,000 units in a chain of 100 competencies', () => {
    const many = Array.from({ length: 1000 }, (_, k) => ({
      id: `u${k}`,
      teaches: [`c${k % 100}`],
      difficulty: (k * 37) % 101,
      text: `topic ${k % 100}, theme ${k % 7}`,
    }));
    const prerequisites = Array.from({ length: 99 }, (_, k) => [`c${k}`, `c${k + 1}`] as const);
    const path = planPath({ units: many, prerequisites }, { by: memetic({ evaluations: 100_000 }) });
    expect(new Set(path.order).size).toBe(1000);
    const level = path.order.map((id) => Number(id.slice(1)) % 100);
    for (const [k, value] of level.entries()) if (k > 0) expect(value).toBeGreaterThanOrEqual(level[k - 1]!);
  });
});

describe('planners on the sequential ordering problem (TSPLIB)', () => {
  it.each(optima)('exact proves %s at %i', (name, cost) => {
    expect(exact().plan(sopInstance(name), 0)).toMatchObject({ cost, proof: 'optimal' });
  });

  it.each(optima)('memetic finds %s at %i', (name, cost) => {
    expect(memetic({ evaluations: 200_000 }).plan(sopInstance(name), 0)!.cost).toBe(cost);
  });

  it.each(optima)('genetic stays above %s’s optimum of %i and keeps its precedences', (name, cost) => {
    const problem = sopInstance(name);
    const { order, cost: found } = genetic().plan(problem, 0)!;
    expect(found).toBeGreaterThanOrEqual(cost);
    expect(order[0]).toBe(0);
    expect(order.at(-1)).toBe(problem.size - 1);
  });
});

describe('evaluateOrder', () => {
  const order = ['number-line', 'equal-parts', 'fractions', 'angles'];

  it('judges a given order by the same terms', () => {
    const path = evaluateOrder({ units, order, prerequisites: chain });
    expect(path).toMatchObject({ order, planner: 'given', evaluations: 1 });
    expect(path.cost).toBeGreaterThanOrEqual(planPath({ units, prerequisites: chain }).cost);
  });

  it('refuses orders that are not each unit once, or that break a prerequisite', () => {
    expect(() => evaluateOrder({ units, order: order.slice(1) })).toThrow(/each of the 4 units once, got 3 names/);
    expect(() => evaluateOrder({ units, order: ['angles', 'angles', 'fractions', 'equal-parts'] })).toThrow(
      /each of the 4/,
    );
    expect(() => evaluateOrder({ units, order: [...order.slice(1), 'algebra'] })).toThrow(/names "algebra"/);
    expect(() => evaluateOrder({ units, order: [...order].reverse(), prerequisites: chain })).toThrow(
      /"equal-parts" stands before "number-line", which it requires|"fractions" stands before "equal-parts", which it requires/,
    );
  });
});
