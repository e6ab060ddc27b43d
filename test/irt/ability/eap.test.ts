import {
  eap,
  estimateAbilities,
  estimateAbility,
  estimateAbilityWith,
  type Item,
  type RaschItem,
  rasch,
  responseMatrix,
  type TwoPlItem,
  twoPl,
} from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { mirtFit } from '../../reference/irt/lsat.ts';
import { close, versus } from '../../tolerance.ts';

const twoPlItems = (set: 'lsat6' | 'lsat7'): TwoPlItem[] =>
  mirtFit(set, '2PL').IRTpars.items.map(([a, b], k) => ({ id: `q${k}`, model: '2pl', a: a!, b: b! }));
const raschItems = (...b: number[]): RaschItem[] => b.map((value, k) => ({ id: `q${k}`, model: 'rasch', b: value }));

/** Posterior mean and sd by the plainest means: 200,001 points on -12..12. */
function plain(
  items: readonly (RaschItem | TwoPlItem)[],
  answers: readonly (0 | 1)[],
  mean = 0,
  sd = 1,
): [number, number] {
  let [total, first, second] = [0, 0, 0];
  for (let k = 0; k <= 200_000; k++) {
    const theta = -12 + (24 * k) / 200_000;
    let log = -0.5 * ((theta - mean) / sd) ** 2;
    for (const [j, item] of items.entries()) {
      const a = item.model === '2pl' ? item.a : 1;
      const z = a * (theta - item.b) * (answers[j] === 1 ? 1 : -1);
      log -= z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
    }
    const weight = Math.exp(log + 40);
    total += weight;
    first += weight * theta;
    second += weight * theta * theta;
  }
  return [first / total, Math.sqrt(second / total - (first / total) ** 2)];
}

describe('eap', () => {
  it.each(['lsat6', 'lsat7'] as const)('scores every pattern of %s under mirt’s 2PL as mirt does', (set) => {
    const { patterns, EAP } = mirtFit(set, '2PL').scores;
    const { theta, se } = estimateAbilities(
      twoPlItems(set),
      responseMatrix(patterns, { items: ['q0', 'q1', 'q2', 'q3', 'q4'] }),
    );
    versus('mirt', 1e-5)(theta, EAP.theta);
    versus('mirt', 1e-5)(se, EAP.se);
  });

  it('agrees with a plain sum over 200,001 points', () => {
    const items = [...twoPlItems('lsat7'), { id: 'steep', model: '2pl', a: 3, b: 0.2 } as const];
    const answers = [1, 0, 1, 1, 0, 1] as const;
    const { theta, se } = estimateAbility(items, answers, { by: eap({ population: { mean: 0.4, sd: 1.3 } }) });
    const [mean, sd] = plain(items, answers, 0.4, 1.3);
    versus('plain sum', 1e-7)([theta, se!], [mean, sd]);
  });

  it.each([5, 10, 20, 50])('is exact for items as steep as a = %d, whose curves fit between coarse nodes', (a) => {
    const items = [-0.37, 0.11, 0.53].map((b, k): TwoPlItem => ({ id: `q${k}`, model: '2pl', a, b }));
    const { theta, se } = estimateAbility(items, [1, 1, 0]);
    versus('plain sum', 1e-7)([theta, se!], plain(items, [1, 1, 0]));
  });

  it('stays finite and drawn to the population when every answer is right or wrong', () => {
    const items = raschItems(-1, 0, 1);
    const right = estimateAbility(items, [1, 1, 1]);
    const wrong = estimateAbility(items, [0, 0, 0]);
    close(right.theta, -wrong.theta);
    expect(right).toMatchObject({ status: 'ok', n: 3, method: 'eap' });
    expect(right.theta).toBeGreaterThan(0.5);
    expect(right.theta).toBeLessThan(2);
  });

  it('returns the population and says so when nothing was answered', () => {
    const by = eap({ population: { mean: 0.3, sd: 0.8 } });
    expect(estimateAbility(raschItems(0, 1), [null, null], { by })).toEqual({
      theta: 0.3,
      se: 0.8,
      status: 'empty',
      n: 0,
      method: 'eap',
    });
    expect(estimateAbility([], [])).toMatchObject({ theta: 0, se: 1, status: 'empty' });
  });

  it('stays exact with 5,000 answers, where the likelihood underflows and is narrower than the grid', () => {
    const items = raschItems(...Array.from({ length: 5000 }, (_, k) => -2 + (4 * k) / 4999));
    const answers = items.map((_, k) => (k % 5 < 3 ? 1 : 0) as 0 | 1);
    const { theta, se } = estimateAbility(items, answers);
    // second way: the posterior of so many answers is normal around its mode to within 1e-4; find the mode by bisection
    let [low, high] = [-3, 3];
    const right = answers.filter((answer) => answer === 1).length;
    const slope = (t: number) => right - items.reduce((sum, { b }) => sum + 1 / (1 + Math.exp(b - t)), 0) - t;
    for (let k = 0; k < 60; k++)
      [low, high] = slope((low + high) / 2) > 0 ? [(low + high) / 2, high] : [low, (low + high) / 2];
    const information = items.reduce((sum, { b }) => sum + 1 / (2 + Math.exp(b - low) + Math.exp(low - b)), 1);
    versus('Laplace', 2e-4)(theta, low);
    versus('Laplace', 2e-4)(se!, 1 / Math.sqrt(information));
  });

  it('does not depend on the number of nodes once they suffice', () => {
    const items = twoPlItems('lsat6');
    const at = (nodes: number) => estimateAbility(items, [1, 0, 1, 0, 1], { by: eap({ nodes }) }).theta;
    versus('401 nodes', 1e-8)([at(61), at(121)], [at(401), at(401)]);
  });

  it('holds theta within given bounds', () => {
    const { theta } = estimateAbility(raschItems(0, 0, 0, 0), [1, 1, 1, 1], { by: eap({ bounds: [-1, 0.5] }) });
    expect(theta).toBeLessThan(0.5);
  });

  it('refuses populations, nodes and bounds that make no sense', () => {
    expect(() => eap({ population: { mean: 0, sd: 0 } })).toThrow(/sd above 0, .* got mean 0 and sd 0/);
    expect(() => eap({ population: { mean: Number.NaN, sd: 1 } })).toThrow(RangeError);
    expect(() => eap({ nodes: 10 })).toThrow(/from 11 to 1001, got 10/);
    expect(() => eap({ bounds: [2, 1] })).toThrow(/lower < upper, got \[2, 1\]/);
  });
});

describe('estimateAbility', () => {
  const items = deepFreeze(raschItems(0, 1));

  it('leaves its inputs alone', () => {
    expect(() => estimateAbility(items, deepFreeze([1, 0]))).not.toThrow();
  });

  it('names the item and the answer when the answer is no category', () => {
    expect(() => estimateAbility(items, [1, 2])).toThrow(/item "q1" must be a category from 0 to 1 or null .*, got 2/);
    expect(() => estimateAbility(items, [1, Number.NaN])).toThrow(/got NaN/);
    expect(() => estimateAbility(items, [1, '1' as unknown as number])).toThrow(/got "1"/);
    expect(() => estimateAbility(items, [1, undefined as unknown as number])).toThrow(/got undefined/);
    expect(() => estimateAbility(items, [1])).toThrow(/1 answers for 2 items/);
  });

  it('refuses items listed twice, of unknown models or with impossible parameters', () => {
    expect(() => estimateAbility([items[0]!, items[0]!], [1, 1])).toThrow(/"q0" is listed twice/);
    expect(() => estimateAbilityWith([twoPl], items, [1, 1])).toThrow(/has model 'rasch'; the models given are '2pl'/);
    expect(() => estimateAbilityWith([rasch], items, [1, 1])).not.toThrow();
    expect(() => estimateAbility([{ id: 'x', model: '2pl', a: 0, b: 0 }], [1])).toThrow(/item "x": a must be above 0/);
    expect(() => estimateAbility([null as unknown as Item], [1])).toThrow(TypeError);
  });

  it('refuses parameters and populations that would drown the prior or overflow, instead of answering nonsense', () => {
    const rasch = (b: number): Item => ({ id: 'x', model: 'rasch', b });
    expect(() => estimateAbility([rasch(1e308)], [1])).toThrow(
      /b must be a number from -1000 to 1000 logits, got 1e\+308/,
    );
    expect(() => estimateAbility([rasch('1' as never)], [1])).toThrow(/item "x": b must be/);
    expect(() => estimateAbility([{ id: 'x', model: '2pl', a: 1e308, b: 0 }], [1])).toThrow(
      /at most 1000, got 1e\+308/,
    );
    expect(() => eap({ population: { mean: 0, sd: 1e200 } })).toThrow(/neither beyond 1000 logits/);
    expect(() => eap({ population: { mean: 0, sd: '1' as never } })).toThrow(RangeError);
    // at the very limits the answer is still finite, even when the answers contradict each other
    const limits: Item[] = [
      { id: 'right', model: '2pl', a: 1000, b: 1000 },
      { id: 'wrong', model: '2pl', a: 1000, b: -1000 },
    ];
    const { theta, se } = estimateAbility(limits, [1, 0], { by: eap({ population: { mean: 0, sd: 1000 } }) });
    expect(Number.isFinite(theta)).toBe(true);
    expect(Number.isFinite(se)).toBe(true);
  });

  it('says what kind of thing it wanted', () => {
    expect(() => estimateAbility(null as never, [1])).toThrow(/estimateAbility: items must be an array, got null/);
    expect(() => estimateAbility([], undefined as never)).toThrow(/answers must be an array, got undefined/);
  });

  it('treats __proto__ and constructor as ordinary item ids', () => {
    const odd: Item[] = ['__proto__', 'constructor', 'toString'].map((id) => ({ id, model: 'rasch', b: 0 }));
    close(estimateAbility(odd, [1, 0, 1]).theta, estimateAbility(raschItems(0, 0, 0), [1, 0, 1]).theta);
  });
});

describe('estimateAbilities', () => {
  it('gives each person what estimateAbility gives', () => {
    const items = raschItems(-1, 0, 2);
    const rows = [
      [1, 0, null],
      [null, null, null],
      [1, 1, 1],
    ];
    const all = estimateAbilities(items, responseMatrix(rows, { items: ['q0', 'q1', 'q2'] }));
    close(
      all.theta,
      rows.map((row) => estimateAbility(items, row).theta),
    );
    close(
      all.se,
      rows.map((row) => estimateAbility(items, row).se!),
    );
    expect(Array.from(all.n)).toEqual([2, 0, 3]);
  });

  it('many persons at once are as they are one by one: missing answers, columns without parameters, steep items, odd patterns', () => {
    const from = stream(7);
    const draw = (items: readonly Item[], persons: number, missing: number) =>
      Array.from({ length: persons }, () =>
        items.map(() => (uniform(from) < missing ? null : uniform(from) < 0.5 ? 1 : 0)),
      );
    const spread = (count: number, a: () => number): Item[] =>
      Array.from({ length: count }, (_, k) => ({ id: `q${k}`, model: '2pl', a: a(), b: 6 * uniform(from) - 3 }));
    const cases: readonly (readonly [Item[], number])[] = [
      [spread(1, () => 1), 0],
      [spread(5, () => 1), 0],
      [spread(6, () => 1.5), 0.3],
      [spread(7, () => 1), 0.9],
      [spread(50, () => 0.3 + 2 * uniform(from)), 0],
      [spread(50, () => 0.3 + 2 * uniform(from)), 0.5],
      [spread(40, () => 20), 0.1], // answers by chance to steep items: likelihoods of e^-1000
      [raschItems(...Array.from({ length: 600 }, (_, k) => k / 100 - 3)), 0], // posteriors narrower than the spacing
    ];
    for (const [items, missing] of cases) {
      const rows = draw(items, 40, missing);
      const by = eap({ population: { mean: 0.3, sd: 1.4 } });
      const ids = [...items.map(({ id }) => id), 'nobody'];
      const all = estimateAbilities(
        items,
        responseMatrix(
          rows.map((row) => [...row, null]),
          { items: ids },
        ),
        { by },
      );
      const each = rows.map((row) => estimateAbility(items, row, { by }));
      // the same grid only where every item is as steep as the steepest answered one
      const compare = missing > 0 && items.length > 1 ? versus('one by one', 1e-7) : close;
      compare(
        all.theta,
        each.map(({ theta }) => theta),
      );
      compare(
        all.se,
        each.map(({ se }) => se!),
      );
      expect(Array.from(all.n)).toEqual(each.map(({ n }) => n));
    }
  });

  it('has somebody without answers and nobody at all', () => {
    const items = raschItems(0, 1);
    expect(Array.from(estimateAbilities(items, responseMatrix([], { items: ['q0', 'q1'] })).theta)).toEqual([]);
    const { theta, se } = estimateAbilities(items, responseMatrix([[null, null]], { items: ['q0', 'q1'] }));
    expect([theta[0], se[0]]).toEqual([0, 1]);
    const none = estimateAbilities([], responseMatrix([[null]], { items: ['x'] }));
    expect([none.theta[0], none.se[0], none.n[0]]).toEqual([0, 1, 0]);
    expect(() => estimateAbilities(items, responseMatrix([[2, 0]], { items: ['q0', 'q1'] }))).toThrow(
      /answer to item "q0" must be/,
    );
  });

  it('names an answered item that has no parameters', () => {
    const matrix = responseMatrix([[1, 1]], { items: ['q0', 'unheard-of'] });
    expect(() => estimateAbilities(raschItems(0), matrix)).toThrow(
      /item "unheard-of" was answered but has no parameters/,
    );
  });
});
