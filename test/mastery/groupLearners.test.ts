import fc from 'fast-check';
import { classNeeds, groupLearners, type Mastery } from 'tutelage/mastery';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../src/random/stream.ts';
import { deepFreeze } from '../deepFreeze.ts';

/** A class from values by competency; null where nothing is known. */
const classOf = (values: Readonly<Record<string, Readonly<Record<string, number | null>>>>): Mastery[] =>
  Object.entries(values).map(([learnerId, row]) => ({
    learnerId,
    by: 'irt',
    estimates: Object.entries(row).map(([competencyId, value]) => ({
      competencyId,
      status: value === null ? 'unknown' : 'estimated',
      value,
      sd: value === null ? null : 0.1,
      interval: null,
      level: 0.9,
      n: value === null ? 0 : 5,
      evidenceIds: [],
      lastAt: null,
    })),
    unused: [],
  }));
const membersOf = (masteries: readonly Mastery[], options: Parameters<typeof groupLearners>[1]) =>
  groupLearners(deepFreeze(masteries), options).groups.map(({ learnerIds }) => learnerIds);

describe('groupLearners with the same need', () => {
  it('an empty class has no groups, and a class of one a group of one', () => {
    expect(groupLearners([])).toEqual({ groups: [], ungrouped: [] });
    expect(groupLearners(classOf({ ana: { a: 0.2 } }))).toEqual({
      groups: [
        {
          learnerIds: ['ana'],
          competencyId: 'a',
          text: 'Needs "a": about 20 in 100, with 70 asked for; nobody is left to share a need with.',
        },
      ],
      ungrouped: [],
    });
  });

  it('who needs nothing and of whom nothing is known are two lists', () => {
    const { groups, ungrouped } = groupLearners(
      classOf({ ana: { a: 0.95 }, bo: { a: null }, cy: {}, di: { a: 0.68 } }),
    );
    expect(groups).toEqual([]);
    expect(ungrouped).toEqual([
      { learnerId: 'ana', reason: 'noNeed' },
      { learnerId: 'bo', reason: 'unknown' },
      { learnerId: 'cy', reason: 'unknown' },
      { learnerId: 'di', reason: 'noNeed' },
    ]);
  });

  it('five learners at size 4 make three and two, the lowest together', () => {
    const five = classOf({ ana: { a: 0.3 }, bo: { a: 0.1 }, cy: { a: 0.5 }, di: { a: 0.2 }, ed: { a: 0.4 } });
    expect(groupLearners(five, { size: 4 }).groups).toEqual([
      {
        learnerIds: ['bo', 'di', 'ana'],
        competencyId: 'a',
        text: 'All need "a": about 10 to 30 in 100, with 70 asked for.',
      },
      { learnerIds: ['ed', 'cy'], competencyId: 'a', text: 'All need "a": about 40 to 50 in 100, with 70 asked for.' },
    ]);
  });

  it('all the same: groups in the order given', () => {
    const same = classOf({ proto: { a: 0.2 }, constructor: { a: 0.2 }, toString: { a: 0.2 }, di: { a: 0.2 } });
    expect(membersOf(same, { size: 2 })).toEqual([
      ['proto', 'constructor'],
      ['toString', 'di'],
    ]);
    expect(groupLearners(same, { size: 4 }).groups[0]!.text).toMatch(/about 20 in 100/);
  });

  it('starts with the competency that most need; a member of three leaves for who would be alone', () => {
    const { groups } = groupLearners(
      classOf({ ana: { a: 0.1, b: 0.2 }, bo: { a: 0.2 }, cy: { a: 0.9, b: 0.3 }, di: { b: 0.4 } }),
    );
    expect(groups.map(({ competencyId, learnerIds }) => [competencyId, learnerIds])).toEqual([
      ['b', ['cy', 'di']],
      ['a', ['ana', 'bo']],
    ]);
  });

  it('a pair parts when both find company that way, and stays when not', () => {
    const pair = { ana: { a: 0.1, c: 0.2 }, bo: { a: 0.1, b: 0.2 }, cy: { b: 0.1 } };
    expect(membersOf(classOf({ ...pair, di: { c: 0.1 } }), { size: 2 })).toEqual([
      ['cy', 'bo'],
      ['di', 'ana'],
    ]);
    expect(membersOf(classOf({ ...pair, di: { d: 0.1 } }), { size: 2 })).toEqual([['ana', 'bo'], ['cy'], ['di']]);
  });

  it('each alone at size 1, with the lowest of the own needs', () => {
    const { groups } = groupLearners(classOf({ ana: { a: 0.3, b: 0.1 }, bo: { a: 0.2, b: 0.4 } }), { size: 1 });
    expect(groups.map(({ competencyId, learnerIds }) => [competencyId, learnerIds])).toEqual([
      ['b', ['ana']],
      ['a', ['bo']],
    ]);
    expect(groups[0]!.text).toBe('Needs "b": about 10 in 100, with 70 asked for.');
  });
});

const value = fc.option(fc.integer({ min: 0, max: 64 }).map((k) => k / 64));
const classes = fc
  .array(fc.record({ a: value, b: value, c: value, constructor: value }), { maxLength: 14 })
  .map((rows) => classOf(Object.fromEntries(rows.map((row, k) => [`l${k}`, row]))));
const size = fc.integer({ min: 1, max: 5 });

describe('laws of groups', () => {
  it.each(['sameNeed', 'mixed'] as const)(
    '%s: everybody once, in a group of at most the size or in none with a reason',
    (mode) => {
      fc.assert(
        fc.property(classes, size, (masteries, most) => {
          const { groups, ungrouped } = groupLearners(deepFreeze(masteries), { mode, size: most });
          const placed = [
            ...groups.flatMap(({ learnerIds }) => learnerIds),
            ...ungrouped.map(({ learnerId }) => learnerId),
          ];
          expect(placed.sort()).toEqual(masteries.map(({ learnerId }) => learnerId).sort());
          for (const { learnerIds, text } of groups) {
            expect(learnerIds.length).toBeGreaterThan(0);
            expect(learnerIds.length).toBeLessThanOrEqual(most);
            expect(text).toMatch(/^[A-Z].*\.$/);
            expect(text).not.toMatch(/undefined|null|NaN|Infinity/);
          }
        }),
      );
    },
  );

  it('sameNeed: groups share their need, and nobody alone shares one with another alone or with one of three or more', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 2, max: 5 }), (masteries, most) => {
        const { groups, ungrouped } = groupLearners(masteries, { size: most });
        const { competencyIds, learnerIds, cells } = classNeeds(masteries);
        const needs = (id: string) =>
          competencyIds.filter((_, row) => cells[row]![learnerIds.indexOf(id)]!.status === 'need');
        for (const group of groups) for (const id of group.learnerIds) expect(needs(id)).toContain(group.competencyId);
        for (const { learnerId, reason } of ungrouped) {
          expect(needs(learnerId)).toEqual([]);
          const known = cells.some((row) => row[learnerIds.indexOf(learnerId)]!.status !== 'unknown');
          expect(reason).toBe(known ? 'noNeed' : 'unknown');
        }
        const alone = groups.filter((group) => group.learnerIds.length === 1).flatMap((group) => group.learnerIds);
        const many = groups.filter((group) => group.learnerIds.length > 2).flatMap((group) => group.learnerIds);
        for (const id of alone) {
          for (const other of [...alone, ...many]) {
            if (other !== id) expect(needs(id).filter((need) => needs(other).includes(need))).toEqual([]);
          }
        }
      }),
    );
  });

  it('sameNeed: one competency makes as few groups as the size allows, as equal as can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), size, (count, most) => {
        const rows = Array.from({ length: count }, (_, k) => [`l${k}`, { a: k / 100 }] as const);
        const sizes = membersOf(classOf(Object.fromEntries(rows)), { size: most }).map(({ length }) => length);
        expect(sizes).toHaveLength(Math.ceil(count / most));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('sameNeed: against every possible grouping, fewer could be alone in at most one class of a hundred', () => {
    const from = stream(7);
    const competencies = ['a', 'b', 'c', 'd', 'e'];
    let more = 0;
    for (let run = 0; run < 300; run++) {
      const rows = Array.from({ length: 7 }, () => competencies.map(() => uniform(from) < 0.3));
      const named = rows.map((row, k) => [
        `l${k}`,
        Object.fromEntries(row.map((need, c) => [competencies[c]!, need ? 0.2 : 0.95])),
      ]);
      const alone = membersOf(classOf(Object.fromEntries(named)), { size: 3 }).filter(
        ({ length }) => length === 1,
      ).length;
      const least = fewestAlone(rows);
      expect(alone).toBeGreaterThanOrEqual(least);
      if (alone > least) more++;
    }
    expect(more).toBeLessThanOrEqual(3);
  });

  it.each(['sameNeed', 'mixed'] as const)(
    '%s: the order of the learners does not matter when there are no ties',
    (mode) => {
      const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 24, maxLength: 24 });
      fc.assert(
        fc.property(
          distinct,
          fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
          size,
          (drawn, order, most) => {
            const learners = Array.from({ length: 8 }, (_, k) => {
              const [a, b, c] = drawn.slice(3 * k, 3 * k + 3).map((x) => x / 512 + x ** 2 / 1e7);
              return classOf({ [`l${k}`]: { a: a!, b: b!, c: c! } })[0]!;
            });
            const options = { mode, size: most, competencyIds: ['a', 'b', 'c'] };
            const sorted = (masteries: readonly Mastery[]) =>
              membersOf(masteries, options)
                .map((ids) => [...ids].sort())
                .sort();
            expect(sorted(order.map((k) => learners[k]!))).toEqual(sorted(learners));
          },
        ),
      );
    },
  );
});

/** The fewest learners alone when each is assigned to one of the own needs and two or more can always be divided into groups of two or more. */
function fewestAlone(rows: readonly (readonly boolean[])[]): number {
  const counts = rows[0]!.map(() => 0);
  let least = Infinity;
  const assign = (k: number): void => {
    if (k === rows.length) {
      least = Math.min(least, counts.filter((count) => count === 1).length);
      return;
    }
    if (!rows[k]!.includes(true)) assign(k + 1);
    for (const [c, need] of rows[k]!.entries()) {
      if (!need) continue;
      counts[c]!++;
      assign(k + 1);
      counts[c]!--;
    }
  };
  assign(0);
  return least;
}

describe('groupLearners mixed', () => {
  it('deals the ranking in turns that change direction', () => {
    const six = classOf({
      ana: { a: 0.1 },
      bo: { a: 0.9, b: 0.7 },
      cy: { a: 0.7 },
      di: { b: 0.6 },
      ed: { a: 0.4 },
      flo: { a: 0.3, b: null },
    });
    expect(groupLearners(six, { mode: 'mixed', size: 2 })).toEqual({
      groups: [
        { learnerIds: ['bo', 'ana'], competencyId: null, text: 'Mixed: about 10 to 80 in 100, 45 on average.' },
        { learnerIds: ['cy', 'flo'], competencyId: null, text: 'Mixed: about 30 to 70 in 100, 50 on average.' },
        { learnerIds: ['di', 'ed'], competencyId: null, text: 'Mixed: about 40 to 60 in 100, 50 on average.' },
      ],
      ungrouped: [],
    });
  });

  it('nobody known: groups in the order given; a class of one; an empty class', () => {
    const text = 'Mixed: nothing is known of their mastery yet.';
    expect(groupLearners(classOf({ ana: {}, bo: {}, cy: {} }), { mode: 'mixed', size: 2 }).groups).toEqual([
      { learnerIds: ['ana', 'cy'], competencyId: null, text },
      { learnerIds: ['bo'], competencyId: null, text },
    ]);
    expect(membersOf(classOf({ ana: { a: 0.5 } }), { mode: 'mixed' })).toEqual([['ana']]);
    expect(groupLearners([], { mode: 'mixed' })).toEqual({ groups: [], ungrouped: [] });
  });

  it('sizes, and those of whom nothing is known, are spread to within one; means of equal groups to within range / size', () => {
    fc.assert(
      fc.property(classes, size, (masteries, most) => {
        const groups = membersOf(masteries, { mode: 'mixed', size: most });
        const { cells, learnerIds } = classNeeds(masteries);
        const means = learnerIds.map((_, k) => {
          const known = cells.flatMap((row) => row[k]!.value ?? []);
          return known.length === 0 ? null : known.reduce((sum, x) => sum + x, 0) / known.length;
        });
        const inGroups = groups.map((ids) => ids.map((id) => means[learnerIds.indexOf(id)]!));
        const range = (values: readonly number[]) =>
          values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
        expect(range(groups.map(({ length }) => length))).toBeLessThanOrEqual(1);
        expect(range(inGroups.map((group) => group.filter((mean) => mean === null).length))).toBeLessThanOrEqual(1);
        if (means.includes(null) || masteries.length % most !== 0) return;
        const averages = inGroups.map((group) => group.reduce((sum, mean) => sum + mean, 0) / most);
        expect(range(averages)).toBeLessThanOrEqual(range(means as number[]) / most + 1e-12);
      }),
    );
  });
});

describe('options of groupLearners', () => {
  it('what makes a need can be asked for', () => {
    const two = classOf({ ana: { a: 0.6, b: 0.2 }, bo: { a: 0.65, b: 0.9 } });
    expect(membersOf(two, {})).toEqual([['ana']]);
    expect(membersOf(two, { cut: 0.9 })).toEqual([['ana', 'bo']]);
    expect(membersOf(two, { cut: 0.9, competencyIds: ['b'] })).toEqual([['ana']]);
    expect(groupLearners(two, { sure: 1 - 1e-12 }).ungrouped.map(({ reason }) => reason)).toEqual(['noNeed', 'noNeed']);
    expect(classNeeds(two).counts.map(({ need }) => need)).toEqual([1, 1]);
  });

  it('refuses what makes no sense', () => {
    expect(() => groupLearners([], { size: 0 })).toThrow(/size must be a whole number of at least 1/);
    expect(() => groupLearners([], { mode: 'same-need' as never })).toThrow(/mode must be 'sameNeed' or 'mixed'/);
    const twice = classOf({ ana: { a: 0.5 } });
    expect(() => groupLearners([...twice, ...twice])).toThrow(/learner "ana" is listed twice/);
  });
});
