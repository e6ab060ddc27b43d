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
    expect(() => newActivity({ ...pizza, minutes: 0 })).toThrow(/minutes must be a finite number above 0, got 0/);
    expect(() => newActivity({ ...pizza, minutes: Number.NaN })).toThrow(RangeError);
    expect(() => newActivity({ ...pizza, difficulty: Number.POSITIVE_INFINITY })).toThrow(/difficulty/);
    expect(() => newActivity({ ...pizza, id: '' })).toThrow(TypeError);
    expect(() => newActivity({ id: 'x', competencyIds: 'fractions' as never })).toThrow(TypeError);
  });

  it('refuses lists that are none, weights outside [0, 1] and spans the wrong way round', () => {
    expect(() => newActivity({ ...pizza, places: 'school' as never })).toThrow(/places must be an array, got "school"/);
    expect(() => newActivity({ ...pizza, tags: [{ id: 'music', weight: 2 }] })).toThrow(/weight of tag "music"/);
    expect(() => newActivity({ ...pizza, groupSize: { min: 0 } })).toThrow(/groupSize.min must be a whole number/);
    expect(() => newActivity({ ...pizza, groupSize: { min: 4, max: 2 } })).toThrow(/groupSize.max/);
    expect(() => newActivity({ ...pizza, ages: { min: 12, max: 10 } })).toThrow(/ages.max/);
    expect(() => newActivity({ ...pizza, minBandwidthKbps: 0 })).toThrow(/minBandwidthKbps/);
    const whole = deepFreeze({
      ...pizza,
      groupSize: { min: 2 },
      ages: { max: 9 },
      tags: [{ id: '__proto__', weight: 1 }],
    });
    expect(newActivity(whole)).toEqual(whole);
  });
});
