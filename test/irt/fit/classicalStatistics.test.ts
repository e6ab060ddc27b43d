import { describe, expect, it } from 'vitest';
import { classicalStatistics } from '../../../src/irt/fit/classicalStatistics.ts';
import { distractorTable } from '../../../src/irt/fit/distractorTable.ts';
import { responseMatrix } from '../../../src/irt/responseMatrix.ts';
import { lsatMatrix } from '../../reference/irt/lsat.ts';
import { close, versus } from '../../tolerance.ts';

describe('classicalStatistics', () => {
  it('has the alpha that ltm prints for the LSAT', () => {
    versus('ltm', 1e-12)(classicalStatistics(lsatMatrix('lsat6')).alpha!, 0.294997192215944);
    versus('ltm', 1e-12)(classicalStatistics(lsatMatrix('lsat7')).alpha!, 0.453408735387426);
  });

  it('has shares of right answers, and alpha without an item as the alpha of the others', () => {
    const { personIds, answers } = lsatMatrix('lsat6');
    const found = classicalStatistics(lsatMatrix('lsat6'));
    // shares right as printed by Bock & Lieberman (1970)
    close(
      found.items.map(({ mean }) => mean!),
      [0.924, 0.709, 0.553, 0.763, 0.87],
    );
    const without = responseMatrix(personIds.map((_, i) => [...answers.subarray(5 * i + 1, 5 * i + 5)]));
    close(found.items[0]!.alphaWithout!, classicalStatistics(without).alpha!);
  });

  it('corrects the correlation with the total for the item itself', () => {
    const { items } = classicalStatistics(
      responseMatrix([
        [2, 1],
        [0, 0],
        [1, 1],
        [2, 0],
      ]),
    );
    // by hand: answers 2 0 1 2 against 1 0 1 0: covariance 1/6, variances 11/12 and 1/3
    close(items[0]!.itemRest!, 1 / 6 / Math.sqrt((11 / 12) * (1 / 3)));
    close(items[0]!.difficulty!, 5 / 8);
    expect(items[0]!.itemTotal!).toBeGreaterThan(items[0]!.itemRest!);
  });

  it('has null, never NaN, where there is nothing to compute from', () => {
    for (const rows of [
      [],
      [[]],
      [[1]],
      [[null, 1]],
      [
        [1, 1],
        [1, 1],
      ],
    ]) {
      expect(JSON.stringify(classicalStatistics(responseMatrix(rows)))).not.toMatch(/NaN/);
      expect(classicalStatistics(responseMatrix(rows)).alpha).toBeNull();
    }
  });

  it('counts persons with a missing answer and leaves them out of correlations only', () => {
    const { items, persons } = classicalStatistics(
      responseMatrix([
        [1, null],
        [1, 1],
        [0, 0],
        [0, 1],
      ]),
    );
    expect(persons).toEqual({ complete: 3, incomplete: 1 });
    expect(items[0]).toMatchObject({ n: 4, mean: 0.5 });
  });
});

describe('distractorTable', () => {
  const choices = [
    ['A', 'B', 'C'],
    ['A', 'B', 'C'],
    ['D', 'B', 'C'],
    ['B', 'B', 'A'],
    ['A', 'C', 'A'],
    [null, 'C', '__proto__'],
  ];

  it('counts every option, finds wrong ones that attract the able, and keys that turn them away', () => {
    const [first, , third] = distractorTable(choices, ['D', 'C', 'C'], ['one', 'two', 'three']);
    expect(first!.options.map(({ option, count }) => [option, count])).toEqual([
      ['A', 3],
      ['B', 1],
      ['D', 1],
    ]);
    expect(first!.missing).toBe(1);
    expect(third!.options.map(({ option }) => option)).toEqual(['A', 'C', '__proto__']);
    const second = distractorTable(choices, ['A', 'C', 'C'])[1]!;
    expect(second.options.map(({ option, flag }) => [option, flag])).toEqual([
      ['B', 'attractsAble'],
      ['C', 'keyTurnsAway'],
    ]);
  });

  it('lists the key even when nobody chose it, and has null for correlations without variance', () => {
    const [item] = distractorTable([['A'], ['A']], ['B']);
    expect(item!.options).toEqual([
      { option: 'A', isKey: false, count: 2, share: 1, pointBiserial: null, flag: null },
      { option: 'B', isKey: true, count: 0, share: 0, pointBiserial: null, flag: null },
    ]);
    expect(distractorTable([], ['A'])[0]!.options[0]!.count).toBe(0);
    expect(() => distractorTable([['A', 'B']], ['A'])).toThrow(/choices\[0\] has 2 entries for 1 keys/);
  });
});
