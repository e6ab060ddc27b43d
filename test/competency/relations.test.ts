import fc from 'fast-check';
import {
  type CompetencyGraph,
  type CompetencyRelation,
  dependentsOf,
  equivalentsOf,
  innerFringe,
  learningOrder,
  newCompetencyGraph,
  outerFringe,
  partsOf,
  prerequisiteCycle,
  prerequisitesOf,
  toGraphology,
  toMermaid,
  transitiveReduction,
} from 'tutelage/competency';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import kst from '../reference/competency/kst.json' with { type: 'json' };

const named = (...names: string[]) => names.map((id) => ({ id }));
const relation = (type: CompetencyRelation['type'], from: string, to: string): CompetencyRelation => ({
  type,
  from,
  to,
});

/** Random graphs without cycles: pairs point from the smaller number to the larger, under names in another order. */
const drawn = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 24 }), fc.integer())
  .map(([size, pairs, twist]) => {
    const name = (k: number) => `c${(k * 7 + Math.abs(twist)) % 10}`;
    const ids = Array.from({ length: size }, (_, k) => name(k));
    const edges = pairs.flatMap(([a, b]) => (a < b && b < size ? [[name(a), name(b)] as const] : []));
    return deepFreeze(newCompetencyGraph(named(...[...ids].sort()), edges));
  });
/** Whether `to` follows from `from`, by trying every way: the plain second way. */
function leads({ prerequisites }: CompetencyGraph, from: string, to: string): boolean {
  return prerequisites.some(
    ([before, after]) => before === from && (after === to || leads({ competencies: [], prerequisites }, after, to)),
  );
}
const idsOf = ({ competencies }: CompetencyGraph) => competencies.map(({ id }) => id);

describe('ancestors, descendants and orders', () => {
  it('are what trying every way finds', () => {
    fc.assert(
      fc.property(drawn, (graph) => {
        for (const id of idsOf(graph)) {
          expect(prerequisitesOf(graph, [id])).toEqual(idsOf(graph).filter((other) => leads(graph, other, id)));
          expect(dependentsOf(graph, [id])).toEqual(idsOf(graph).filter((other) => leads(graph, id, other)));
        }
      }),
    );
  });

  it('a learning order has everything once, prerequisites first, and the earliest listed where there is a choice', () => {
    fc.assert(
      fc.property(drawn, (graph) => {
        const order = learningOrder(graph);
        expect([...order].sort()).toEqual([...idsOf(graph)].sort());
        for (const [before, after] of graph.prerequisites)
          expect(order.indexOf(before)).toBeLessThan(order.indexOf(after));
        for (const [k, id] of order.entries()) {
          const ready = outerFringe(graph, order.slice(0, k));
          expect(ready[0]).toBe(id);
        }
      }),
    );
  });

  it('100,000 in a chain are no matter', () => {
    const chain = Array.from({ length: 100_000 }, (_, k) => `c${k}`);
    const pairs = chain.slice(1).map((after, k) => [chain[k]!, after] as const);
    const graph = newCompetencyGraph(named(...chain), pairs);
    expect(learningOrder(graph)).toEqual(chain);
    expect(transitiveReduction(graph).prerequisites).toHaveLength(99_999);
    expect(dependentsOf(graph, ['c0'])).toHaveLength(99_999);
    expect(prerequisiteCycle(named(...chain), [...pairs, ['c99999', 'c0']])).toHaveLength(100_001);
  });
});

describe('prerequisiteCycle', () => {
  it('is null where newCompetencyGraph is content, and a cycle where it is not', () => {
    expect(prerequisiteCycle([], [])).toBeNull();
    expect(prerequisiteCycle(named('a'), [['a', 'a']])).toEqual(['a', 'a']);
    const anyPairs = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'd'), fc.constantFrom('a', 'b', '__proto__', 'd')),
    );
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const ids = named('a', 'b', '__proto__', 'd');
        const cycle = prerequisiteCycle(ids, pairs);
        if (cycle === null) expect(() => newCompetencyGraph(ids, pairs)).not.toThrow();
        else {
          expect(cycle[0]).toBe(cycle.at(-1));
          for (const [k, id] of cycle.slice(1).entries()) expect(pairs).toContainEqual([cycle[k], id]);
          expect(() => newCompetencyGraph(ids, pairs)).toThrow(/its own prerequisite/);
        }
      }),
    );
    expect(() => prerequisiteCycle(named('a'), [['a', 'x']])).toThrow(/no competency "x"/);
  });
});

describe('fringes', () => {
  it('are the steps into and out of a knowledge state, by the definition', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (graph, picks) => {
        const ids = idsOf(graph);
        const isState = (set: ReadonlySet<string>) =>
          graph.prerequisites.every(([before, after]) => set.has(before) || !set.has(after));
        const picked = ids.filter((_, k) => picks[k]);
        const state = new Set([...picked, ...prerequisitesOf(graph, picked)]);
        const outer = ids.filter((id) => !state.has(id) && isState(new Set([...state, id])));
        const inner = ids.filter((id) => state.has(id) && isState(new Set([...state].filter((other) => other !== id))));
        expect(outerFringe(graph, [...state])).toEqual(outer);
        expect(innerFringe(graph, [...state])).toEqual(inner);
      }),
    );
  });

  it.each(kst.fringes)('agree with the reference at $state', ({ state, inner, outer }) => {
    const graph = newCompetencyGraph(named('a', 'b', 'c', 'd', 'e'), kst.prerequisites as [string, string][]);
    const achieved = idsOf(graph).filter((_, k) => state[k] === '1');
    expect([innerFringe(graph, achieved), outerFringe(graph, achieved)]).toEqual([inner, outer]);
  });

  it('what is achieved counts, also above a gap', () => {
    const graph = newCompetencyGraph(named('a', 'b', 'c'), [
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(outerFringe(graph, ['b'])).toEqual(['a', 'c']);
    expect(outerFringe(graph, [])).toEqual(['a']);
    expect(outerFringe(graph, ['a', 'b', 'c'])).toEqual([]);
    expect(innerFringe(graph, [])).toEqual([]);
    expect(() => outerFringe(graph, ['x'])).toThrow(/no competency "x"/);
  });

  it('equivalent competencies are achieved together', () => {
    const graph = newCompetencyGraph(
      named('a', 'b', 'c', 'd'),
      [['b', 'd']],
      [relation('equivalent', 'a', 'c'), relation('equivalent', 'c', 'b')],
    );
    expect(equivalentsOf(graph, ['a'])).toEqual(['a', 'b', 'c']);
    expect(outerFringe(graph, ['a'])).toEqual(['d']);
  });
});

describe('transitiveReduction', () => {
  const closure = (graph: CompetencyGraph) => {
    const ids = idsOf(graph);
    return ids.flatMap((from) => ids.flatMap((to) => (leads(graph, from, to) ? [`${from} ${to}`] : [])));
  };

  it('keeps what follows and drops every pair that follows from others', () => {
    fc.assert(
      fc.property(drawn, (graph) => {
        const reduced = transitiveReduction(graph);
        expect(closure(reduced)).toEqual(closure(graph));
        for (const pair of reduced.prerequisites) {
          const fewer = { ...reduced, prerequisites: reduced.prerequisites.filter((other) => other !== pair) };
          expect(closure(fewer)).not.toEqual(closure(graph));
        }
      }),
    );
  });

  it('copes with 2,000 competencies and 20,000 pairs', () => {
    const ids = Array.from({ length: 2000 }, (_, k) => `c${k}`);
    const pairs = Array.from({ length: 20_000 }, (_, k) => {
      const from = (k * 7919) % 1999;
      return [ids[from]!, ids[from + 1 + ((k * 104_729) % (1999 - from))]!] as const;
    });
    const graph = newCompetencyGraph(named(...ids), pairs);
    const reduced = transitiveReduction(graph);
    expect(reduced.prerequisites.length).toBeLessThan(graph.prerequisites.length);
    for (const id of ['c0', 'c777', 'c1500']) expect(dependentsOf(reduced, [id])).toEqual(dependentsOf(graph, [id]));
  });
});

describe('relations', () => {
  it('are kept once, whichever way round they were said, and left out where there are none', () => {
    const graph = newCompetencyGraph(
      named('a', 'b'),
      [],
      [
        relation('related', 'a', 'b'),
        relation('related', 'b', 'a'),
        relation('partOf', 'b', 'a'),
        relation('partOf', 'b', 'a'),
      ],
    );
    expect(graph.relations).toEqual([relation('related', 'a', 'b'), relation('partOf', 'b', 'a')]);
    expect('relations' in newCompetencyGraph(named('a'))).toBe(false);
  });

  it('parts have parts', () => {
    const graph = newCompetencyGraph(
      named('__proto__', 'b', 'c', 'd'),
      [],
      [relation('partOf', 'b', '__proto__'), relation('partOf', 'c', 'b'), relation('related', 'd', 'b')],
    );
    expect(partsOf(graph, '__proto__')).toEqual(['b', 'c']);
    expect(partsOf(graph, 'c')).toEqual([]);
  });

  it('refuses parts of themselves, unknown types and unknown ids', () => {
    const make = (...relations: CompetencyRelation[]) => newCompetencyGraph(named('a', 'b'), [], relations);
    expect(() => make(relation('partOf', 'a', 'b'), relation('partOf', 'b', 'a'))).toThrow(
      /its own part \(a -> b -> a\)/,
    );
    expect(() => make(relation('related', 'a', 'a'))).toThrow(/cannot be related of itself/);
    expect(() => make(relation('likes' as never, 'a', 'b'))).toThrow(
      /must be one of partOf, equivalent, related, got "likes"/,
    );
    expect(() => make(relation('related', 'a', 'x'))).toThrow(/no competency "x"/);
    expect(() => newCompetencyGraph(named('a'), [], {} as never)).toThrow(/relations must be an array/);
  });
});

describe('exports', () => {
  const graph = newCompetencyGraph(
    [
      { id: '__proto__', title: 'end"]; click n0 "javascript:alert(1)"' },
      { id: 'a<b>\n#1' },
      { id: 'ação', title: '' },
    ],
    [['__proto__', 'ação']],
    [
      relation('partOf', 'a<b>\n#1', 'ação'),
      relation('equivalent', '__proto__', 'a<b>\n#1'),
      relation('related', 'ação', '__proto__'),
    ],
  );

  it('Mermaid labels can neither end early nor bring markup, and read as they were', () => {
    const lines = toMermaid(graph, { achieved: ['ação'], direction: 'TB' }).split('\n');
    expect(lines).toHaveLength(1 + 3 + 1 + 3 + 2);
    expect(lines[0]).toBe('flowchart TB');
    const labels = lines.slice(1, 4).map((line) => /^ {2}n\d\["([^"<>\n[\]]+)"\]$/.exec(line)![1]!);
    const read = labels.map((text) =>
      text.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))),
    );
    expect(read).toEqual(['end"]; click n0 "javascript:alert(1)"', 'a<b>\n#1', ' ']);
    expect(lines.slice(4)).toEqual([
      '  n0 --> n2',
      '  n1 -.-> n2',
      '  n0 <--> n1',
      '  n2 --- n0',
      '  classDef achieved fill:#cfe8cf,stroke:#2e7d32',
      '  class n2 achieved',
    ]);
  });

  it('Graphology gets every node and edge once', () => {
    const { nodes, edges } = toGraphology(graph);
    expect(nodes.map(({ key }) => key)).toEqual(['__proto__', 'a<b>\n#1', 'ação']);
    expect(
      edges.map(({ key, source, target, attributes, undirected }) => [
        key,
        source,
        target,
        attributes.type,
        undirected,
      ]),
    ).toEqual([
      ['e0', '__proto__', 'ação', 'prerequisite', undefined],
      ['e1', 'a<b>\n#1', 'ação', 'partOf', undefined],
      ['e2', '__proto__', 'a<b>\n#1', 'equivalent', true],
      ['e3', 'ação', '__proto__', 'related', true],
    ]);
    expect(toGraphology(newCompetencyGraph([]))).toMatchObject({ nodes: [], edges: [] });
  });
});
