import { newCompetencyGraph, prerequisitesOf } from 'tutelage/competency';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const ids = (...names: string[]) => names.map((id) => ({ id }));

describe('competencyGraph', () => {
  it('names a prerequisite cycle', () => {
    expect(() =>
      newCompetencyGraph(ids('fractions', 'decimals', 'x'), [
        ['x', 'fractions'],
        ['fractions', 'decimals'],
        ['decimals', 'fractions'],
      ]),
    ).toThrow(/"fractions" is its own prerequisite \(fractions -> decimals -> fractions\)/);
  });

  it('refuses a competency that is its own prerequisite', () => {
    expect(() => newCompetencyGraph(ids('a'), [['a', 'a']])).toThrow(/\(a -> a\)/);
  });

  it('refuses unknown and repeated ids', () => {
    expect(() => newCompetencyGraph(ids('a'), [['a', 'b']])).toThrow(/no competency "b"/);
    expect(() => newCompetencyGraph(ids('a', 'a'))).toThrow(/"a" is listed twice/);
    expect(() => newCompetencyGraph([{ id: '' }])).toThrow(TypeError);
  });

  it('treats __proto__, constructor and toString as ordinary ids', () => {
    const graph = newCompetencyGraph(ids('__proto__', 'constructor', 'toString'), [
      ['__proto__', 'constructor'],
      ['constructor', 'toString'],
    ]);
    expect(prerequisitesOf(graph, ['toString'])).toEqual(['__proto__', 'constructor']);
  });

  it('counts a repeated prerequisite once and takes no prerequisites at all', () => {
    const twice = newCompetencyGraph(ids('a', 'b'), [
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(twice.prerequisites).toEqual([['a', 'b']]);
    expect(newCompetencyGraph([]).competencies).toEqual([]);
  });

  it('handles a chain of 100,000 competencies without overflowing the stack', () => {
    const chain = Array.from({ length: 100_000 }, (_, k) => ({ id: `c${k}` }));
    const pairs = chain.slice(1).map((next, k) => [chain[k]!.id, next.id] as const);
    const graph = newCompetencyGraph(chain, pairs);
    expect(prerequisitesOf(graph, ['c99999'])).toHaveLength(99_999);
  });

  it('leaves its inputs alone', () => {
    const given = deepFreeze(ids('a', 'b'));
    expect(() => newCompetencyGraph(given, deepFreeze([['a', 'b']] as const))).not.toThrow();
  });
});
