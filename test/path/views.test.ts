import { explainPath, pathMap, pathMermaid, planPath } from 'tutelage/path';
import { describe, expect, it } from 'vitest';

const units = [
  { id: 'halves', minutes: 10, difficulty: 0, text: 'equal parts', modality: 'text' },
  { id: 'thirds', minutes: 15, difficulty: 0.5, text: 'equal parts of three' },
  { id: 'sums', teaches: ['adding', 'subtracting'], minutes: 20, difficulty: 1, text: 'numerator' },
];
const problem = {
  units,
  prerequisites: [
    ['halves', 'thirds'],
    ['thirds', 'adding'],
    ['halves', 'adding'],
    ['counting', 'adding'],
    ['adding', 'subtracting'],
  ] as const,
  mastered: ['counting'],
};
const path = planPath(problem);

describe('explainPath', () => {
  it('says what each unit shares, and what it needs and since when that is there', () => {
    const lines = explainPath(problem, path, [{ competencyId: 'counting', at: Date.UTC(2026, 0, 5, 23) }]);
    expect(lines[0]).toBe('halves comes first.');
    expect(lines[1]).toMatch(/^thirds after halves: shares 'equal, parts', .*; needs halves \(step 1\)\.$/);
    expect(lines[2]).toMatch(/; needs thirds \(step 2\), halves \(step 1\) and counting \(mastered on 2026-01-05\)\.$/);
  });

  it('leaves out a date nobody recorded, and groups of which another member served', () => {
    expect(explainPath(problem, path, [{ competencyId: 'counting', at: null }])[2]).toContain('counting (mastered).');
    const members = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const either = { units: members, prerequisites: [{ target: 'b', anyOf: ['a', 'c'] }], goals: ['b'] };
    expect(explainPath(either, planPath(either)).at(-1)).toContain('; needs a (step 1).');
  });

  it('refuses a time that is none', () => {
    const wrong = [{ competencyId: 'counting', at: Number.NaN }];
    expect(() => explainPath(problem, path, wrong)).toThrow(/explainPath: time at which "counting" was mastered/);
  });
});

describe('pathMap', () => {
  it('has a stop for each unit, with the time, and links without those that follow from others', () => {
    const map = pathMap({ ...problem, pace: 2 }, path);
    expect(map.stops.map(({ unitId, step, rank, from, minutes }) => [unitId, step, rank, from, minutes])).toEqual([
      ['halves', 1, 0, 0, 20],
      ['thirds', 2, 1, 20, 30],
      ['sums', 3, 2, 50, 40],
    ]);
    expect(map.stops[2]).toMatchObject({ teaches: ['adding', 'subtracting'], difficulty: 1, modality: null });
    expect(map.links).toEqual([
      { from: 'halves', to: 'thirds', kind: 'next' },
      { from: 'thirds', to: 'sums', kind: 'next' },
      { from: 'halves', to: 'thirds', kind: 'requires' },
      { from: 'thirds', to: 'sums', kind: 'requires' },
    ]);
  });

  it('does not know times after a unit without minutes, and knows no stops of an empty path', () => {
    const timeless = { units: [{ id: 'a' }, { id: 'b' }] };
    expect(pathMap(timeless, { order: ['a', 'b'] }).stops.map(({ from }) => from)).toEqual([0, null]);
    expect(pathMap(timeless, { order: [] })).toEqual({ stops: [], links: [] });
    expect(() => pathMap(timeless, { order: ['c'] })).toThrow(/the path has "c", which is no unit of the problem/);
  });

  it('shows which members of a group came before', () => {
    const either = {
      units: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      prerequisites: [{ target: 'c', kOf: ['a', 'b', 'z'], k: 1 }],
    };
    const links = pathMap(either, { order: ['a', 'c', 'b'] }).links.filter(({ kind }) => kind === 'requires');
    expect(links).toEqual([{ from: 'a', to: 'c', kind: 'requires' }]);
  });
});

describe('pathMermaid', () => {
  it('escapes titles and calls units what it is told', () => {
    const odd = { units: [{ id: 'a"]; click' }, { id: '' + 'b' }] };
    const text = pathMermaid(pathMap(odd, { order: ['a"]; click', 'b'] }), {
      direction: 'TB',
      title: (id) => `<${id}>`,
    });
    expect(text.split('\n')).toEqual([
      'flowchart TB',
      '  n1["1: #60;a#34;#93;#59; click#62;"]',
      '  n2["2: #60;b#62;"]',
      '  n1 ==> n2',
    ]);
  });
});
