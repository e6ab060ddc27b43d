import { chen2008, evaluateOrder, planPath } from 'tutelage/path';
import { describe, expect, it } from 'vitest';

describe('a unit that teaches several competencies', () => {
  const units = [
    { id: 'revision', teaches: ['halves', 'thirds'] },
    { id: 'quarters', teaches: ['quarters'] },
  ];
  const prerequisites = [
    ['halves', 'quarters'],
    ['quarters', 'thirds'],
  ] as const;

  it('does not hold up others by what is mastered already', () => {
    expect(() => planPath({ units, prerequisites })).toThrow(/units wait for each other/);
    expect(planPath({ units, prerequisites, mastered: ['halves'] }).order).toEqual(['quarters', 'revision']);
  });

  it('stays on the path while one of them is open, and leaves it when all are mastered', () => {
    const all = { units, prerequisites, mastered: ['halves', 'thirds'] };
    expect(planPath(all).leftOut).toEqual([{ unitId: 'revision', reason: 'mastered' }]);
  });

  it('has to teach something', () => {
    expect(() => planPath({ units: [{ id: 'break', teaches: [] }] })).toThrow(/planPath: unit "break" teaches nothing/);
  });
});

describe('settings of a path that make no sense', () => {
  const units = [{ id: 'a' }, { id: 'b' }];
  const group = [{ target: 'b', anyOf: ['a'] }] as never;

  it('refuses prerequisites that are no pairs, by name of the place', () => {
    expect(() => planPath({ units, prerequisites: [['a']] as never })).toThrow(
      /planPath: prerequisites\[0\] must be a pair/,
    );
    expect(() => evaluateOrder({ units, order: ['a', 'b'], prerequisites: group })).toThrow(TypeError);
  });

  it('refuses a difficulty term that leaves [0, 1] instead of handing on NaN', () => {
    const graded = units.map(({ id }, k) => ({ id, difficulty: k }));
    for (const value of [Number.NaN, 1.5, -0.5]) {
      const difficultyTerm = { name: 'broken', options: {}, fit: () => value };
      expect(() => planPath({ units: graded, difficultyTerm })).toThrow(/difficultyTerm must be a number in \[0, 1\]/);
    }
  });
});

describe('what a path says about itself', () => {
  it('has a lower bound equal to its cost when it is proved, and below it when it is not', () => {
    const units = Array.from({ length: 9 }, (_, k) => ({
      id: `u${k}`,
      text: `t${k % 4} s${k % 3}`,
      difficulty: (k * 5) % 9,
    }));
    const proved = planPath({ units });
    expect(proved).toMatchObject({ proof: 'optimal', lowerBound: proved.cost });
    const given = evaluateOrder({ units, order: units.map(({ id }) => id) });
    expect(given.proof).toBe('heuristic');
    expect(given.lowerBound).toBeLessThan(proved.cost);
  });

  it('names what a step shares with the one before and how the difficulty changes', () => {
    const units = [
      { id: 'number-line', difficulty: 0, text: 'segment, whole' },
      { id: 'equal-parts', difficulty: 0.4, text: 'whole, segment, share' },
    ];
    expect(evaluateOrder({ units, order: ['number-line', 'equal-parts'] }).explain).toEqual([
      'number-line comes first.',
      "equal-parts after number-line: shares 'whole, segment', relation 0.00, 0.40 logits harder.",
    ]);
  });

  it('does not speak of a change of difficulty where one of the two is unknown', () => {
    const units = [{ id: 'a' }, { id: 'b', difficulty: 1 }, { id: 'c' }];
    const { explain } = evaluateOrder({ units, order: ['a', 'b', 'c'], weight: 0 });
    expect(explain.slice(1)).toEqual(['b after a: relation 0.00.', 'c after b: relation 0.00.']);
  });

  it('costs 0 for a path of one unit whatever the weight', () => {
    for (let k = 0; k <= 100; k++) {
      expect(chen2008({ units: [{ id: 'a' }], pretest: [{ itemId: 'a', correct: false }], weight: k / 100 }).cost).toBe(
        0,
      );
    }
  });
});
