import { newActivity, newQMatrix } from 'tutelage/content';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

describe('qMatrix', () => {
  it('keeps each competency of an item once', () => {
    expect(newQMatrix(deepFreeze([{ itemId: 'q1', competencyIds: ['a', 'a', 'b'] }]))).toEqual([
      { itemId: 'q1', competencyIds: ['a', 'b'] },
    ]);
  });

  it('refuses an item listed twice and ids that are no strings', () => {
    const row = { itemId: '__proto__', competencyIds: ['a'] };
    expect(newQMatrix([row])).toHaveLength(1);
    expect(() => newQMatrix([row, row])).toThrow(/item "__proto__" is listed twice/);
    expect(() => newQMatrix([{ itemId: '', competencyIds: [] }])).toThrow(TypeError);
    expect(() => newQMatrix([{ itemId: 'q1', competencyIds: [''] }])).toThrow(/competencyIds of item "q1"/);
  });
});

describe('activity', () => {
  const pizza = { id: 'pizza', competencyIds: ['fractions'] };

  it('hands on a copy', () => {
    const copy = newActivity(deepFreeze({ ...pizza, minutes: 20 }));
    expect(copy).toEqual({ ...pizza, minutes: 20 });
  });

  it('refuses minutes and difficulties that make no sense', () => {
    expect(() => newActivity({ ...pizza, minutes: 0 })).toThrow(/minutes must be above 0, got 0/);
    expect(() => newActivity({ ...pizza, minutes: Number.NaN })).toThrow(RangeError);
    expect(() => newActivity({ ...pizza, difficulty: Number.POSITIVE_INFINITY })).toThrow(/difficulty/);
    expect(() => newActivity({ ...pizza, id: '' })).toThrow(TypeError);
    expect(() => newActivity({ id: 'x', competencyIds: 'fractions' as never })).toThrow(TypeError);
  });
});
