import fc from 'fast-check';
import { type Activity, udlCoverage } from 'tutelage/content';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const activity = (competencyIds: readonly string[], more: Partial<Activity> = {}): Activity => ({
  id: 'x',
  competencyIds,
  ...more,
});

describe('udlCoverage', () => {
  it('nothing is covered by nothing, and what nothing teaches shows with 0', () => {
    expect(udlCoverage([])).toEqual([]);
    expect(udlCoverage([activity([])], { competencyIds: ['constructor'] })).toEqual([
      { competencyId: 'constructor', activities: 0, modalities: [], accessModes: [], enough: false },
    ]);
  });

  it('what an activity does not say does not count', () => {
    expect(udlCoverage([activity(['a']), activity(['a'])])).toEqual([
      { competencyId: 'a', activities: 2, modalities: [], accessModes: [], enough: false },
    ]);
  });

  it('two modalities are enough, of one activity or of two', () => {
    const [a, b, c] = udlCoverage(
      deepFreeze([
        activity(['a', 'b', 'a'], { modalities: ['text'] }),
        activity(['b'], { modalities: ['text', 'video'] }),
        activity(['c'], { modalities: ['handsOn', 'audio'] }),
      ]),
    );
    expect(a).toEqual({ competencyId: 'a', activities: 1, modalities: ['text'], accessModes: [], enough: false });
    expect(b).toEqual({
      competencyId: 'b',
      activities: 2,
      modalities: ['text', 'video'],
      accessModes: [],
      enough: true,
    });
    expect(c!.enough).toBe(true);
  });

  it('two ways to follow are enough; one that holds another is no other way, and an empty one is none', () => {
    const ways = (...given: Partial<Activity>[]) => udlCoverage(given.map((more) => activity(['a'], more)))[0]!;
    const both = ways({ accessModeSufficient: [['auditory'], ['visual', 'textual']] });
    expect(both).toMatchObject({ accessModes: [['auditory'], ['textual', 'visual']], enough: true });
    const held = ways(
      { accessModeSufficient: [['visual', 'textual'], []] },
      { accessModeSufficient: [['textual'], ['textual', 'textual']] },
    );
    expect(held).toMatchObject({ accessModes: [['textual']], enough: false });
    const whole = ways({ accessMode: ['visual', 'auditory'] }, { accessMode: [] });
    expect(whole).toMatchObject({ accessModes: [['auditory', 'visual']], enough: false });
  });

  it('how many are enough can be asked for', () => {
    const list = [activity(['a'], { modalities: ['text', 'video'] })];
    expect([1, 2, 3].map((least) => udlCoverage(list, { least })[0]!.enough)).toEqual([true, true, false]);
    expect(() => udlCoverage(list, { least: 0 })).toThrow(/least must be a whole number of at least 1/);
    expect(() => udlCoverage({} as never)).toThrow(/activities must be an array/);
    expect(() => udlCoverage([activity('ab' as never)])).toThrow(/competencyIds of activity "x" must be an array/);
  });

  it('follows the order of first appearance, or the one asked for', () => {
    const list = [activity(['b', '__proto__']), activity(['a'])];
    expect(udlCoverage(list).map(({ competencyId }) => competencyId)).toEqual(['b', '__proto__', 'a']);
    const asked = udlCoverage(list, { competencyIds: ['a', 'z', 'a', '__proto__'] });
    expect(asked.map(({ competencyId, activities }) => [competencyId, activities])).toEqual([
      ['a', 1],
      ['z', 0],
      ['__proto__', 1],
    ]);
  });

  it('more activities never make less of it', () => {
    const modes = fc.subarray(['auditory', 'tactile', 'textual', 'visual'] as const);
    const some = fc.array(
      fc.record({
        competencyIds: fc.subarray(['a', 'b', 'c']),
        modalities: fc.subarray(['text', 'audio', 'handsOn'] as const),
        accessModeSufficient: fc.array(modes, { maxLength: 2 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, some, (one, other) => {
        const of = (list: typeof one) =>
          udlCoverage(
            list.map((more, k) => ({ id: `x${k}`, ...more })),
            { competencyIds: ['a', 'b', 'c'] },
          );
        const [part, whole] = [of(one), of([...one, ...other])];
        for (const [k, { activities, modalities }] of part.entries()) {
          expect(whole[k]!.activities).toBeGreaterThanOrEqual(activities);
          expect(whole[k]!.modalities.slice(0, modalities.length)).toEqual(modalities);
          for (const way of part[k]!.accessModes) {
            expect(whole[k]!.accessModes.some((held) => held.every((mode) => way.includes(mode)))).toBe(true);
          }
        }
      }),
    );
  });
});
