import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { blim } from 'tutelage/tracing';
import { fringes, halfSplit, isLearningSpace, knowledgeStates } from 'tutelage/tracing/analysis';
import { describe, expect, it } from 'vitest';

const letters = ['a', 'b', 'c', 'd', 'e'];
const vectors = JSON.parse(readFileSync(new URL('../reference/tracing/vectors_kst.json', import.meta.url), 'utf8'));
const setOf = (bits: string) => letters.filter((_, k) => bits[k] === '1');
const structure: string[][] = vectors.states.map(setOf);

/** The definition: closed under union, and from every state something can be taken away. */
function byDefinition(states: readonly (readonly string[])[]): boolean {
  const keys = new Set(states.map((state) => [...state].sort().join()));
  const has = (state: Iterable<string>) => keys.has([...new Set(state)].sort().join());
  const isClosed = states.every((one) => states.every((other) => has([...one, ...other])));
  const isGraded = states.every(
    (state) => state.length === 0 || state.some((id) => has(state.filter((x) => x !== id))),
  );
  return has([]) && has(states.flat()) && isClosed && isGraded;
}

describe('knowledge spaces', () => {
  it('have the fringes of the vectors', () => {
    for (const { state, inner, outer } of vectors.fringes) {
      const found = fringes(structure, setOf(state));
      expect([[...found.inner].sort(), [...found.outer].sort()]).toEqual([inner, outer]);
    }
    expect(isLearningSpace(structure)).toBe(vectors.learningSpace);
    expect(() => fringes(structure, ['e'])).toThrow(/none of the states/);
  });

  it('have as many learning paths as the vectors say, counted along outer fringes', () => {
    const paths = (state: readonly string[]): number => {
      const { outer } = fringes(structure, state);
      return outer.length === 0 ? 1 : outer.reduce((sum, id) => sum + paths([...state, id]), 0);
    };
    expect(paths([])).toBe(vectors.learningPaths);
  });

  it('are told from others as by definition', () => {
    const families = fc.uniqueArray(fc.subarray(['a', 'b', 'c', 'd']), { minLength: 1, selector: String });
    fc.assert(
      fc.property(families, (states) => {
        expect(isLearningSpace(states)).toBe(byDefinition(states));
      }),
      { numRuns: 2000 },
    );
  });

  it('made from prerequisites hold exactly the sets that prerequisites allow, each in an order in which it can be learnt', () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat(5), fc.nat(5)).filter(([a, b]) => a < b),
      { selector: String },
    );
    fc.assert(
      fc.property(pairs, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (drawn, order) => {
        const ids = order.map((k) => `c${k}`);
        const prerequisites = drawn.map(([a, b]) => [`c${a}`, `c${b}`] as const);
        const states = knowledgeStates(ids, prerequisites);
        const allowed = Array.from({ length: 64 }, (_, bits) => ids.filter((_, k) => bits & (1 << k))).filter((set) =>
          prerequisites.every(([before, after]) => !set.includes(after) || set.includes(before)),
        );
        const keys = (sets: readonly (readonly string[])[]) => sets.map((set) => [...set].sort().join()).sort();
        expect(keys(states)).toEqual(keys(allowed));
        expect(isLearningSpace(states)).toBe(true);
        for (const state of states) {
          for (const [before, after] of prerequisites) {
            if (state.includes(after)) expect(state.indexOf(before)).toBeLessThan(state.indexOf(after));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('refuse circles, strangers and structures too large', () => {
    expect(() =>
      knowledgeStates(
        ['a', 'b'],
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
      ),
    ).toThrow(/circle \(.* -> .*\)/);
    expect(() => knowledgeStates(['a'], [['a', 'z']])).toThrow(/"z"/);
    expect(() => knowledgeStates(Array.from({ length: 20 }, (_, k) => `c${k}`))).toThrow(/more than 100000 states/);
    expect(knowledgeStates([])).toEqual([[]]);
  });

  it('ask next about what is least clear, and less and less is unclear', () => {
    const noise = { guess: 0.1, slip: 0.1 };
    const model = blim({ states: structure, items: Object.fromEntries(letters.map((id) => [id, noise])) });
    let state = model.init();
    const held = new Set(setOf('11100'));
    for (let asked = 0; asked < 12; asked++) {
      const next = halfSplit(model, state, letters)!;
      const distances = letters.map((id) => Math.abs(model.estimate(state, id).value - 0.5));
      expect(Math.abs(model.estimate(state, next).value - 0.5)).toBe(Math.min(...distances));
      state = model.update(state, held.has(next) ? 1 : 0, 1, { competencyIds: [next] });
    }
    expect(letters.filter((id) => model.estimate(state, id).value > 0.9)).toEqual([...held]);
    expect(halfSplit(model, state, [])).toBeNull();
  });
});
