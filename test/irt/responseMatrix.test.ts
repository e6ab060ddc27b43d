import { information, probabilities, responseMatrix } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { mirtFit } from '../reference/irt/lsat.ts';
import { versus } from '../tolerance.ts';

describe('responseMatrix', () => {
  it('keeps one byte per answer, -1 where not administered', () => {
    const matrix = responseMatrix(
      deepFreeze([
        [2, null],
        [0, 1],
      ]),
      { persons: ['ana', 'bo'], items: ['x', 'y'] },
    );
    expect(matrix.answers).toEqual(Int8Array.from([2, -1, 0, 1]));
    expect(matrix.personIds).toEqual(['ana', 'bo']);
  });

  it('takes no persons and no items', () => {
    expect(responseMatrix([]).answers).toHaveLength(0);
    expect(responseMatrix([], { items: ['x'] }).itemIds).toEqual(['x']);
  });

  it('names the place of a wrong answer', () => {
    expect(() => responseMatrix([[1], [1.5]])).toThrow(/rows\[1\]\[0\] must be a category 0..127 or null, got 1.5/);
    expect(() => responseMatrix([[Number.NaN]])).toThrow(/got NaN/);
    expect(() => responseMatrix([[-1]])).toThrow(/got -1/);
    expect(() => responseMatrix([[1, 0], [1]])).toThrow(/rows\[1\] has 1 answers, expected 2/);
    expect(() => responseMatrix('10' as never)).toThrow(TypeError);
  });

  it('refuses repeated ids and too few of them', () => {
    expect(() => responseMatrix([[1, 1]], { items: ['x', 'x'] })).toThrow(/"x" is listed twice/);
    expect(() => responseMatrix([[1], [1]], { persons: ['ana'] })).toThrow(/1 names in ids for 2 persons/);
    expect(() => responseMatrix([[1]], { items: [''] })).toThrow(TypeError);
  });
});

describe('probabilities and information', () => {
  const { IRTpars, testinfo, iteminfo, probtrace_item1 } = mirtFit('lsat6', '2PL');
  const [a, b] = IRTpars.items[0]!;
  const item = { id: 'q1', model: '2pl', a: a!, b: b! } as const;

  it('equal mirt’s curves', () => {
    for (const [k, theta] of testinfo.theta.entries()) {
      versus('mirt', 1e-10)(probabilities(item, theta), probtrace_item1[k]!);
      versus('mirt', 1e-10)(information(item, theta), iteminfo[0]![k]!);
    }
  });

  it('refuse a theta that is not finite', () => {
    expect(() => probabilities(item, Number.NaN)).toThrow(/theta must be a finite number/);
    expect(() => information(item, Number.POSITIVE_INFINITY)).toThrow(/theta/);
  });
});
