import fc from 'fast-check';
import { type CompetencyGraph, newCompetencyGraph } from 'tutelage/competency';
import { type Activity, type ContentBank, lintContent } from 'tutelage/content';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const WAYS = { modalities: ['text', 'handsOn'] } as const;
const activity = (id: string, competencyIds: readonly string[], more: Partial<Activity> = {}): Activity => ({
  id,
  competencyIds,
  ...WAYS,
  ...more,
});
const found = (bank: ContentBank, options = {}) =>
  lintContent(deepFreeze(bank), options).map(({ code, severity, ids }) => [code, severity, ...ids]);
const textsOf = (bank: ContentBank) => lintContent(bank).map(({ text }) => text);
const chain = (...ids: string[]) =>
  newCompetencyGraph(
    ids.map((id) => ({ id })),
    ids.slice(1).map((id, k) => [ids[k]!, id] as const),
  );

describe('lintContent', () => {
  it('finds nothing in nothing, and nothing in a sound catalogue', () => {
    expect(found({ activities: [] })).toEqual([]);
    const activities = [activity('x', ['a'], { itemIds: ['q'] }), activity('y', ['b'])];
    expect(found({ activities, graph: chain('a', 'b'), qMatrix: [{ itemId: 'q', competencyIds: ['a'] }] })).toEqual([]);
  });

  it('activities and items listed more than once', () => {
    const twice = activity('__proto__', ['a']);
    const item = { itemId: 'q', competencyIds: ['a'] };
    const bank = { activities: [twice, activity('y', ['a'], { itemIds: ['q'] }), twice, twice], qMatrix: [item, item] };
    expect(found(bank)).toEqual([
      ['duplicateActivity', 'error', '__proto__'],
      ['duplicateItem', 'error', 'q'],
    ]);
    expect(textsOf(bank)[0]).toBe(
      'Activity "__proto__" is listed 3 times; keep one, or give the others ids of their own.',
    );
  });

  it('the same text is the same content, however it is spaced, capitalised and composed', () => {
    const alike = ['Équal parts of a  ﬁsh', '\tE\u0301QUAL parts\nof a fish '];
    const bank = { activities: alike.map((text, k) => activity(`x${k}`, [`c${k}`], { text })) };
    expect(found(bank)).toEqual([['sameContent', 'warning', 'x0', 'x1']]);
    expect(textsOf(bank)).toEqual([
      'Activities "x0" and "x1" have the same content; keep one, or say what is different about the others.',
    ]);
  });

  it('without text the same title and competencies are; another form, other items or another language are not', () => {
    const same = (left: Partial<Activity>, right: Partial<Activity>) =>
      found({ activities: [activity('x', ['a', 'b'], left), activity('y', ['b', 'a'], right)] }).length;
    expect(same({ title: 'Quiz' }, { title: 'quiz', text: ' ' })).toBe(1);
    expect(same({ title: 'Quiz' }, { title: 'quiz', competencyIds: ['a'] })).toBe(0);
    expect(same({ title: 'Quiz' }, { text: 'Quiz' })).toBe(0);
    expect(same({}, {})).toBe(0);
    for (const more of [{ modalities: ['text', 'video'] as const }, { itemIds: ['q'] }, { language: 'pt' }]) {
      expect(same({ text: 'Halves' }, { text: 'Halves', ...more })).toBe(0);
    }
    expect(same({ text: 'Halves', itemIds: ['p', 'q'] }, { text: 'halves', itemIds: ['q', 'p'] })).toBe(1);
  });

  it('competencies that are not in the graph and items that are not in the Q-matrix, with who names them', () => {
    const activities = ['w', 'x', 'y', 'z'].map((id) => activity(id, ['a', 'constructor'], { itemIds: ['toString'] }));
    const bank = { activities, graph: chain('a'), qMatrix: [] };
    expect(found(bank)).toEqual([
      ['unknownCompetency', 'error', 'constructor'],
      ['unknownItem', 'error', 'toString'],
    ]);
    expect(textsOf(bank)).toEqual([
      'Competency "constructor" is not in the graph but named by "w", "x", "y" and 1 more; add it or correct the id.',
      'Item "toString" is not in the Q-matrix but named by "w", "x", "y" and 1 more; add it or correct the id.',
    ]);
    const item = { itemId: 'q', competencyIds: ['b'] };
    expect(
      found({ activities: [activity('x', ['a'], { itemIds: ['q'] })], graph: chain('a'), qMatrix: [item] }),
    ).toEqual([['unknownCompetency', 'error', 'b']]);
  });

  it('what nothing will ever ask for', () => {
    const qMatrix = [
      { itemId: 'p', competencyIds: [] },
      { itemId: 'q', competencyIds: ['a'] },
    ];
    expect(found({ activities: [activity('x', [], { itemIds: ['p'] })], qMatrix })).toEqual([
      ['activityWithoutCompetency', 'warning', 'x'],
      ['itemWithoutCompetency', 'warning', 'p'],
      ['itemWithoutActivity', 'warning', 'q'],
    ]);
  });

  it('requirements that nobody can meet, and too short a time limit', () => {
    const activities = [
      activity('group', ['a'], { groupSize: { min: 4, max: 2 } }),
      activity('nobody', ['a'], { groupSize: { min: 0 } }),
      activity('ages', ['a'], { ages: { min: 12, max: 10 } }),
      activity('born', ['a'], { ages: { max: -1 } }),
      activity('senses', ['a'], { accessModeSufficient: [['visual'], []] }),
      activity('hurry', ['a'], { minutes: 30, timeLimitMinutes: 20 }),
      activity('fine', ['a'], {
        groupSize: { min: 2 },
        ages: { min: 12 },
        minutes: 20,
        timeLimitMinutes: 20,
        accessModeSufficient: [],
      }),
    ];
    expect(found({ activities })).toEqual([
      ['impossibleGroupSize', 'error', 'group'],
      ['impossibleGroupSize', 'error', 'nobody'],
      ['impossibleAges', 'error', 'ages'],
      ['impossibleAges', 'error', 'born'],
      ['emptyAccessModes', 'error', 'senses'],
      ['shortTimeLimit', 'warning', 'hurry'],
    ]);
    expect(textsOf({ activities })[0]).toBe('Activity "group" is for groups of 4 to 2 people; correct groupSize.');
  });

  it('too few ways to learn a competency', () => {
    const activities = [
      activity('x', ['a'], { modalities: ['text'] }),
      activity('y', ['b'], { modalities: [] }),
      activity('z', ['c'], { modalities: [], accessModeSufficient: [['visual', 'textual']] }),
    ];
    expect(found({ activities })).toEqual(['a', 'b', 'c'].map((id) => ['fewModes', 'warning', id]));
    expect(textsOf({ activities })).toEqual([
      'All that is said to teach "a" is text; add an activity in another way.',
      'No activity says in which way it teaches "b"; state modalities or accessModeSufficient.',
      'All that is said to teach "c" is textual with visual; add an activity in another way.',
    ]);
    expect(found({ activities: [activity('x', ['a'])] }, { least: 3 })).toEqual([['fewModes', 'warning', 'a']]);
  });
});

describe('gaps in the graph', () => {
  it('what lies behind a competency that nothing teaches cannot be reached; the nearest one is named', () => {
    const bank = { activities: [activity('x', ['b', 'e'])], graph: chain('a', 'b', 'c', 'd', 'e') };
    expect(found(bank)).toEqual([
      ['unreachableCompetency', 'error', 'b', 'a'],
      ['unreachableCompetency', 'error', 'c', 'a'],
      ['unreachableCompetency', 'error', 'd', 'c'],
      ['unreachableCompetency', 'error', 'e', 'd'],
      ...['a', 'c', 'd'].map((id) => ['competencyWithoutActivity', 'warning', id]),
    ]);
    expect(textsOf(bank)[0]).toBe(
      'Nobody gets to "b": "a" comes before it and no activity teaches "a"; add one, or name "a" among the mastered.',
    );
  });

  it('what learners bring along needs no activity and lets nobody wait', () => {
    const bank = { activities: [activity('x', ['c'])], graph: chain('a', 'b', 'c') };
    expect(found(bank, { mastered: ['a', 'b'] })).toEqual([]);
    expect(found(bank, { mastered: ['b'] })).toEqual([['competencyWithoutActivity', 'warning', 'a']]);
  });

  it('is taught under another name, or in all of its parts', () => {
    const ids = ['whole', 'left', 'right', 'other', 'after'].map((id) => ({ id }));
    const graph = newCompetencyGraph(
      ids,
      [['whole', 'after']],
      [
        { type: 'partOf', from: 'left', to: 'whole' },
        { type: 'partOf', from: 'right', to: 'whole' },
        { type: 'equivalent', from: 'right', to: 'other' },
        { type: 'related', from: 'whole', to: 'after' },
      ],
    );
    expect(found({ activities: [activity('x', ['left', 'other', 'after'])], graph })).toEqual([]);
    expect(found({ activities: [activity('x', ['left', 'after'])], graph })).toEqual([
      ['unreachableCompetency', 'error', 'after', 'whole'],
      ...['whole', 'right', 'other'].map((id) => ['competencyWithoutActivity', 'warning', id]),
    ]);
    expect(found({ activities: [activity('x', ['whole', 'after'])], graph }).flat()).not.toContain(
      'unreachableCompetency',
    );
  });

  it('says what following every chain of prerequisites says', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', '__proto__'];
    const pairs = ids.flatMap((after, k) => ids.slice(0, k).map((before) => [before, after] as const));
    const graphs = fc.subarray(pairs).map((chosen) =>
      newCompetencyGraph(
        ids.map((id) => ({ id })),
        chosen,
      ),
    );
    const missingBefore = (graph: CompetencyGraph, id: string, taught: readonly string[]): string[] =>
      graph.prerequisites
        .filter(([, after]) => after === id)
        .flatMap(([before]) => [...(taught.includes(before) ? [] : [before]), ...missingBefore(graph, before, taught)]);
    fc.assert(
      fc.property(graphs, fc.subarray(ids), (graph, taught) => {
        const findings = lintContent({ activities: [activity('x', taught)], graph });
        const of = (code: string) => findings.filter((finding) => finding.code === code);
        expect(of('competencyWithoutActivity').map((finding) => finding.ids[0])).toEqual(
          ids.filter((id) => !taught.includes(id)),
        );
        const behind = of('unreachableCompetency');
        expect(behind.map((finding) => finding.ids[0])).toEqual(
          ids.filter((id) => missingBefore(graph, id, taught).length > 0),
        );
        for (const finding of behind) expect(missingBefore(graph, finding.ids[0]!, taught)).toContain(finding.ids[1]);
      }),
    );
  });
});

describe('lintContent in general', () => {
  it('refuses lists that are none', () => {
    expect(() => lintContent({ activities: {} as never })).toThrow(/lintContent: activities must be an array/);
    expect(() => lintContent({ activities: [], qMatrix: {} as never })).toThrow(/qMatrix must be an array/);
    expect(() => lintContent({ activities: [], graph: { competencies: {}, prerequisites: [] } as never })).toThrow(
      TypeError,
    );
    expect(() => lintContent({ activities: [], graph: { competencies: [] } as never })).toThrow(
      /graph.prerequisites must be an array/,
    );
    expect(() => lintContent({ activities: [] }, { mastered: 'a' as never })).toThrow(/mastered must be an array/);
    expect(() => lintContent({ activities: [] }, { least: 0.5 })).toThrow(RangeError);
  });

  it('never throws for what is in them, says the same each time, errors first, with what to do', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', '__proto__', '', '"'), { maxLength: 3 });
    const number = fc.constantFrom(-1, 0, 1, 5, Number.NaN, Infinity);
    const odd = fc.record(
      {
        id: fc.constantFrom('x', 'y', 'constructor'),
        competencyIds: ids,
        itemIds: ids,
        title: fc.constantFrom('', 'T', '\ud800'),
        text: fc.constantFrom('', 't'),
        minutes: number,
        timeLimitMinutes: number,
        groupSize: fc.record({ min: number, max: number }, { requiredKeys: ['min'] }),
        ages: fc.record({ min: number, max: number }, { requiredKeys: [] }),
        accessModeSufficient: fc.constantFrom([], [[]], [['visual' as const], []]),
      },
      { requiredKeys: ['id', 'competencyIds'] },
    );
    const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b', 'c')), { maxLength: 4 });
    const graph = fc.record({ competencies: ids.map((list) => list.map((id) => ({ id }))), prerequisites: pairs });
    const rows = fc.array(fc.record({ itemId: fc.constantFrom('a', 'p'), competencyIds: ids }), { maxLength: 3 });
    const banks = fc.record(
      { activities: fc.array(odd, { maxLength: 4 }), graph, qMatrix: rows },
      { requiredKeys: ['activities'] },
    );
    fc.assert(
      fc.property(banks, (bank) => {
        const findings = lintContent(deepFreeze(bank));
        expect(lintContent(bank)).toEqual(findings);
        const severities = findings.map(({ severity }) => severity);
        expect([...severities].sort()).toEqual(severities);
        for (const { text, ids: about } of findings) {
          expect(text).toMatch(/^[A-Z].*[;,] .*\.$/);
          expect(text).not.toMatch(/undefined|null|\[object/);
          expect(about.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('copes with 50,000 activities, one chain of 50,000 competencies, and texts alike', () => {
    const ids = Array.from({ length: 50_000 }, (_, k) => `c${k}`);
    const graph = {
      competencies: ids.map((id) => ({ id })),
      prerequisites: ids.slice(1).map((id, k) => [ids[k]!, id] as const),
    };
    const activities = ids.slice(1).map((id, k) => activity(`x${k}`, [id], { text: 'the same', itemIds: [id] }));
    const qMatrix = ids.map((itemId) => ({ itemId, competencyIds: [itemId] }));
    const findings = lintContent({ activities, graph, qMatrix });
    const count = (code: string) => findings.filter((finding) => finding.code === code).length;
    expect([count('unreachableCompetency'), count('competencyWithoutActivity'), count('itemWithoutActivity')]).toEqual([
      49_999, 1, 1,
    ]);
    expect(findings).toHaveLength(50_001);
  });
});
