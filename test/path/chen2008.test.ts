import { chen2008, evaluateOrder, planPath } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

const units = deepFreeze(
  Array.from({ length: 8 }, (_, k) => ({
    id: `u${k}`,
    items: [`q${k}`, `extra${k}`],
    difficulty: ((k * 5) % 8) / 2,
    text: `topic ${k % 3}, theme ${k % 2}`,
  })),
);
const answer = (itemId: string, correct: boolean) => ({ itemId, correct });
const pretest = deepFreeze([
  ...[0, 1, 2, 3, 4, 5].map((k) => answer(`q${k}`, false)),
  answer('q0', true), // right at the second try: still wrong at least once
  answer('q6', true),
  answer('extra5', true),
]);

describe('chen2008', () => {
  it('puts the units of the wrong answers on the path and says why the others are not', () => {
    const path = chen2008({ units, pretest });
    expect([...path.order].sort()).toEqual(['u0', 'u1', 'u2', 'u3', 'u4', 'u5']);
    expect(path.leftOut).toEqual([
      { unitId: 'u6', reason: 'answeredRight' },
      { unitId: 'u7', reason: 'notAsked' },
    ]);
  });

  it('repeats itself for the same seed', () => {
    expect(chen2008({ units, pretest, seed: 4 })).toEqual(chen2008({ units, pretest, seed: 4 }));
  });

  it('comes to the best order of a few units when given time, and is never better than it', () => {
    const selected = units.slice(0, 6);
    const relation = selected.map((a) => selected.map((b) => (a === b ? 1 : Number(a.text === b.text) * 0.5)));
    const all = units.map((a) => units.map((b) => (a === b ? 1 : Number(a.text === b.text) * 0.5)));
    const best = planPath({ units: selected, relation });
    const found = chen2008({ units, pretest, relation: all, genetic: { generations: 2000, without: 2000 } });
    expect(best.proof).toBe('optimal');
    close(found.cost, best.cost);
    close(evaluateOrder({ units: selected, relation, order: found.order }).cost, found.cost);
  });

  it('balances continuity and difficulty by the weight', () => {
    const at = (weight: number) => chen2008({ units, pretest, weight, genetic: { generations: 1000 } }).terms;
    expect(at(1).difficultyFit).toBe(1);
    expect(at(0).continuity).toBeGreaterThan(at(1).continuity);
  });

  it('is an empty path when no answer was wrong, and when nothing was asked', () => {
    expect(chen2008({ units, pretest: [answer('q1', true)] })).toMatchObject({ order: [], cost: 0 });
    expect(chen2008({ units, pretest: [] }).leftOut).toHaveLength(8);
    expect(chen2008({ units: [], pretest: [] }).order).toEqual([]);
    expect(chen2008({ units, pretest: [answer('q1', false)] }).order).toEqual(['u1']);
  });

  it('takes the unit’s own id as its item', () => {
    const plain = [{ id: '__proto__' }, { id: 'constructor' }];
    expect(chen2008({ units: plain, pretest: [answer('__proto__', false)] }).order).toEqual(['__proto__']);
  });

  it('refuses answers to unknown items, results that are no booleans, and impossible settings', () => {
    expect(() => chen2008({ units, pretest: [answer('q99', false)] })).toThrow(/pretest\[0\] answers item "q99"/);
    expect(() => chen2008({ units, pretest: [{ itemId: 'q1', correct: 0 as never }] })).toThrow(
      /correct must be true or false, got 0/,
    );
    expect(() => chen2008({ units, pretest, genetic: { population: 0 } })).toThrow(/population/);
    expect(() => chen2008({ units, pretest, weight: Number.NaN })).toThrow(/weight/);
    expect(() => chen2008({ units, pretest, seed: -1 })).toThrow(/seed/);
  });
});
