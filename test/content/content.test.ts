import { activity, qMatrix } from 'tutelage/content';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

describe('qMatrix', () => {
  it('keeps each competency of an item once', () => {
    expect(qMatrix(deepFreeze([{ itemId: 'q1', competencyIds: ['a', 'a', 'b'] }]))).toEqual([
      { itemId: 'q1', competencyIds: ['a', 'b'] },
    ]);
  });

  it('refuses an item listed twice and ids that are no strings', () => {
    const row = { itemId: '__proto__', competencyIds: ['a'] };
    expect(qMatrix([row])).toHaveLength(1);
    expect(() => qMatrix([row, row])).toThrow(/item "__proto__" is listed twice/);
    expect(() => qMatrix([{ itemId: '', competencyIds: [] }])).toThrow(TypeError);
    expect(() => qMatrix([{ itemId: 'q1', competencyIds: [''] }])).toThrow(/competencyIds of item "q1"/);
  });
});

describe('activity', () => {
  const pizza = { id: 'pizza', competencyIds: ['fractions'] };

  it('hands on a copy', () => {
    const copy = activity(deepFreeze({ ...pizza, minutes: 20 }));
    expect(copy).toEqual({ ...pizza, minutes: 20 });
  });

  it('refuses minutes and difficulties that make no sense', () => {
    expect(() => activity({ ...pizza, minutes: 0 })).toThrow(/minutes must be above 0, got 0/);
    expect(() => activity({ ...pizza, minutes: Number.NaN })).toThrow(RangeError);
    expect(() => activity({ ...pizza, difficulty: Number.POSITIVE_INFINITY })).toThrow(/difficulty/);
    expect(() => activity({ ...pizza, id: '' })).toThrow(TypeError);
    expect(() => activity({ id: 'x', competencyIds: 'fractions' as never })).toThrow(TypeError);
  });
});
