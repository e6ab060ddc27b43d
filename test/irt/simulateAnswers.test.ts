import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/irt/item.ts';
import { probabilities } from '../../src/irt/probabilities.ts';
import { simulateAnswers } from '../../src/irt/simulateAnswers.ts';
import { deepFreeze } from '../deepFreeze.ts';
import { withinSe } from '../tolerance.ts';

const items = deepFreeze<Item[]>([
  { id: 'rasch', model: 'rasch', b: 0.3 },
  { id: '2pl', model: '2pl', a: 1.5, b: -0.5 },
  { id: '3pl', model: '3pl', a: 1.2, b: 0.5, c: 0.25 },
  { id: '4pl', model: '4pl', a: 1.2, b: 0.5, c: 0.1, d: 0.9 },
  { id: 'graded', model: 'graded', a: 1.3, b: [-1, 0, 1.5] },
  { id: 'pcm', model: 'pcm', b: [0.5, -0.5] },
  { id: 'gpcm', model: 'gpcm', a: 0.7, b: [-1, 1] },
  { id: 'rating', model: 'rating', b: 0.2, thresholds: [-0.5, 0.5] },
  { id: '__proto__', model: 'nominal', a: [0, 1, -1], c: [0, 0.5, 0.2] },
]);
const flat = (persons: number, theta = 0.4) => new Float64Array(persons).fill(theta);

describe('simulateAnswers', () => {
  it.each([0, 1, 4294967295])('answers as often as the models say, for every model, seed %i', (seed) => {
    const persons = 20_000;
    const { answers } = simulateAnswers(items, flat(persons), { seed });
    for (const [j, item] of items.entries()) {
      for (const [k, p] of probabilities(item, 0.4).entries()) {
        let count = 0;
        for (let cell = j; cell < answers.length; cell += items.length) if (answers[cell] === k) count++;
        withinSe(5)(count / persons, p, Math.sqrt((p * (1 - p)) / persons));
      }
    }
  });

  it('answers independently: of one item and another, of one person and the next', () => {
    const coins = Array.from({ length: 10 }, (_, j): Item => ({ id: `q${j}`, model: 'rasch', b: 0 }));
    const persons = 40_000;
    const { answers } = simulateAnswers(coins, flat(persons, 0), { seed: 5 });
    const sign = (person: number, j: number) => 2 * answers[person * 10 + j]! - 1;
    const together = (apart: number, i: number, j: number) => {
      let sum = 0;
      for (let p = apart; p < persons; p++) sum += sign(p, i) * sign(p - apart, j);
      return sum / (persons - apart);
    };
    for (let i = 0; i < 10; i++) {
      for (let j = 0; j < i; j++) withinSe(5)(together(0, i, j), 0, 1 / Math.sqrt(persons));
      for (const apart of [1, 2, 16, 256, 4096]) withinSe(5)(together(apart, i, i), 0, 1.1 / Math.sqrt(persons));
    }
  });

  it('gives the same bits for the same seed, and others for another', () => {
    const run = (seed: number) => [...simulateAnswers(items, [-1, 0, 1], { seed }).answers];
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    expect([...simulateAnswers(items, [-1, 0, 1]).answers]).toEqual(run(0));
  });

  it('does not change anybody for persons, items or a design added', () => {
    const all = simulateAnswers(items, [-1, 0, 1, 2], { seed: 3 });
    const few = simulateAnswers(items.slice(0, 4), [-1, 0], { seed: 3 });
    const width = items.length;
    expect([...few.answers.subarray(0, 4)]).toEqual([...all.answers.subarray(0, 4)]);
    expect([...few.answers.subarray(4)]).toEqual([...all.answers.subarray(width, width + 4)]);
    for (const design of [{ missing: 0.5 }, { booklets: [['2pl', 'pcm'], ['pcm']], assign: 'random' }] as const) {
      const sparse = simulateAnswers(items, [-1, 0, 1, 2], { seed: 3, design });
      expect(sparse.answers.some((answer) => answer < 0)).toBe(true);
      for (const [cell, answer] of sparse.answers.entries()) if (answer >= 0) expect(answer).toBe(all.answers[cell]);
    }
  });

  it('names persons and items', () => {
    const { personIds, itemIds, answers } = simulateAnswers(items.slice(7), [0, 1]);
    expect({ personIds, itemIds }).toEqual({ personIds: ['person-1', 'person-2'], itemIds: ['rating', '__proto__'] });
    expect(answers).toBeInstanceOf(Int8Array);
    expect(simulateAnswers([], [0, 1])).toMatchObject({ personIds: ['person-1', 'person-2'], itemIds: [] });
    expect(simulateAnswers(items, []).answers).toHaveLength(0);
  });

  it('hands booklets out in turn or draws them', () => {
    const booklets = [['rasch', '2pl'], ['2pl', '3pl'], []];
    const asked = (assign: 'rotation' | 'random', persons: number) => {
      const { answers } = simulateAnswers(items.slice(0, 3), flat(persons), { seed: 2, design: { booklets, assign } });
      const seen = Array.from({ length: persons }, (_, p) =>
        [0, 1, 2].map((j) => Number(answers[3 * p + j]! >= 0)).join(''),
      );
      return seen;
    };
    expect(asked('rotation', 4)).toEqual(['110', '011', '000', '110']);
    const drawn = asked('random', 3000);
    for (const booklet of ['110', '011', '000']) {
      withinSe(5)(drawn.filter((one) => one === booklet).length / 3000, 1 / 3, Math.sqrt(2 / 9 / 3000));
    }
  });

  it('loses the share of answers that it is told to', () => {
    for (const missing of [0, 0.3, 1]) {
      const { answers } = simulateAnswers(items, flat(5000), { seed: 1, design: { missing } });
      const lost = answers.filter((answer) => answer < 0).length / answers.length;
      withinSe(5)(lost, missing, Math.sqrt((missing * (1 - missing)) / answers.length));
    }
  });

  it('takes abilities far out', () => {
    const { answers } = simulateAnswers(items.slice(0, 2), [-300, 300]);
    expect([...answers]).toEqual([0, 0, 1, 1]);
  });

  it('refuses what it cannot simulate', () => {
    const run =
      (thetas: number[], options: object = {}, list = items) =>
      () =>
        simulateAnswers(list, thetas, options);
    expect(run([0, Number.NaN])).toThrow('simulateAnswers: thetas[1] must be a finite number of logits, got NaN');
    expect(run([0], { seed: -1 })).toThrow(RangeError);
    expect(run([0], { design: { missing: 1.5 } })).toThrow(RangeError);
    expect(run([0], { design: { booklets: [] } })).toThrow('booklets must be at least 1, or absent, got 0');
    expect(run([0], { design: { booklets: [['2pl', 'nobody']] } })).toThrow(
      'booklets[0] must be ids of items, got "nobody"',
    );
    expect(run([0], { design: { assign: 'alphabet' } })).toThrow("assign must be 'rotation' or 'random'");
    expect(run([0], {}, [items[0]!, items[0]!])).toThrow('listed twice');
    expect(run([0], {}, [{ id: 'q', model: '2pl', a: -1, b: 0 }])).toThrow(RangeError);
  });
});
