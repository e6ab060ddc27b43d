import { eap, estimateAbilities, information, probabilities, responseMatrix } from 'tutelage/irt';
import {
  infitOutfit,
  itemCurves,
  personFit,
  reliability,
  residualCorrelations,
  simulateAnswers,
  testInformation,
  wrightMap,
} from 'tutelage/irt/analysis';
import { describe, expect, it } from 'vitest';
import { allModels } from '../../../src/irt/models/all.ts';
import { wilsonInterval } from '../../../src/math/wilsonInterval.ts';
import { mirtMatrix } from '../../reference/irt/mirtSets.ts';
import { close, versus } from '../../tolerance.ts';
import { isThere, itemsOf, qualityOf } from './quality.ts';

const SETS = [
  ['lsat6', '2PL'],
  ['lsat7', '2PL'],
  ['lsat7', 'Rasch'],
  ['science4', 'graded'],
  ['science4', 'gpcm'],
  ['verbal_polytomous', 'PCM'],
  ['sat12', '2PL'],
] as const;

describe.each(SETS)('quality of %s, %s as mirt finds it', (set, fit) => {
  it.skipIf(!isThere(set))('by infit, outfit, lz, Q3, information and reliability', () => {
    const matrix = mirtMatrix(set);
    const { items, sd } = itemsOf(set, fit, matrix.itemIds);
    const mirt = qualityOf(set, fit);
    const scores = estimateAbilities(items, matrix, { by: eap({ population: { mean: 0, sd } }) });
    const { items: byItem, persons } = infitOutfit(items, matrix, scores.theta);
    const near = versus('mirt', 1e-3);
    // mirt takes no variance of an answer below sqrt(1e-5), which tames answers that were next to certain; we do not
    const floored = [matrix.itemIds, matrix.personIds].map((ids) =>
      ids.map(() => ({ n: 0, z2: 0, r2: 0, w: 0, low: false })),
    );
    for (const person of matrix.personIds.keys()) {
      for (const [j, item] of items.entries()) {
        const answer = matrix.answers[person * items.length + j]!;
        if (answer < 0) continue;
        const model = allModels.find(({ name }) => name === item.model)!;
        const p = Array.from({ length: model.categories(item) }, (_, x) =>
          Math.exp(model.logProbability(item, scores.theta[person]!, x)),
        );
        const expected = p.reduce((sum, share, x) => sum + share * x, 0);
        const variance = p.reduce((sum, share, x) => sum + share * (x - expected) ** 2, 0);
        const w = Math.max(variance, Math.sqrt(1e-5));
        const r2 = (answer - expected) ** 2;
        for (const own of [floored[0]![j]!, floored[1]![person]!]) {
          own.n++;
          own.z2 += r2 / w;
          own.r2 += r2;
          own.w += w;
          if (w > variance) own.low = true;
        }
      }
    }
    for (const [k, all, table] of [
      [0, byItem, mirt.infit_EAP],
      [1, persons.slice(0, 20), mirt.personfit_EAP_first20],
    ] as const) {
      for (const [i, found] of all.entries()) {
        const { n, z2, r2, w, low } = floored[k]![i]!;
        near([z2 / n, r2 / w], [table.outfit[i]!, table.infit[i]!]);
        if (low) continue;
        near([found.outfit!, found.infit!], [table.outfit[i]!, table.infit[i]!]);
        near([found.outfitZ!, found.infitZ!], [table['z.outfit'][i]!, table['z.infit'][i]!]);
      }
    }
    const lz = personFit(items, matrix, scores.theta).slice(0, 20);
    near(
      lz.map((person) => person.lz!),
      mirt.personfit_EAP_first20.Zh!,
    );
    const { q3 } = residualCorrelations(items, matrix, scores.theta);
    near(
      q3.flat().map((value) => value!),
      mirt.Q3.flat(),
    );
    const curve = testInformation(items, mirt.testinfo.theta);
    versus('mirt', 1e-8)(
      curve.map((point) => point.information),
      mirt.testinfo.info,
    );
    versus('mirt', 1e-8)(
      curve.map((point) => point.expectedScore),
      mirt.expected_test,
    );
    const found = reliability(items, { population: { mean: 0, sd }, abilities: scores });
    near(found.empirical!, mirt.empirical_rxx_EAP);
    // with the slope fixed mirt integrates over a variance of 1, whatever was estimated; its 1PL is the same model on its own scale
    if (fit === 'Rasch') near(found.marginal, qualityOf(set, '1PL').marginal_rxx);
    else if (fit !== 'PCM') near(found.marginal, mirt.marginal_rxx);
  });
});

describe('infitOutfit', () => {
  const items = ['q1', 'q2', '__proto__'].map((id, k) => ({ id, model: 'rasch', b: k - 1 }) as const);
  const names = { items: items.map(({ id }) => id) };

  it('has null, never NaN, where nothing was answered or nothing could vary', () => {
    const found = infitOutfit(
      items,
      responseMatrix(
        [
          [1, null, 0],
          [null, null, null],
        ],
        names,
      ),
      [0, 0],
    );
    expect(found.items[1]).toEqual({ id: 'q2', n: 0, outfit: null, infit: null, outfitZ: null, infitZ: null });
    expect(found.persons[1]!.infit).toBeNull();
    expect(JSON.stringify(infitOutfit(items, responseMatrix([[1, 1, 1]], names), [300]))).not.toMatch(/NaN|Infinity/);
  });

  it('refuses answers without parameters and too few abilities, and leaves out persons of unknown ability', () => {
    const matrix = responseMatrix([[1]], { items: ['other'] });
    expect(() => infitOutfit(items, matrix, [0])).toThrow(/"other" was answered but has no parameters/);
    expect(() => infitOutfit(items, responseMatrix([[1, 1, 1]], names), [])).toThrow(/theta.length must be 1/);
    const [unknown] = infitOutfit(items, responseMatrix([[1, 1, 1]], names), [Number.NaN]).persons;
    expect(unknown).toMatchObject({ n: 0, infit: null });
  });
});

describe('personFit', () => {
  const items = [-2, -1, 0, 1, 2].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 1 + 0.2 * k, b }) as const);
  const names = { items: items.map(({ id }) => id) };

  it('has lz* with mean 0 and variance 1 over all patterns at the true ability, as lz has', () => {
    const patterns = Array.from({ length: 32 }, (_, k) => [0, 1, 2, 3, 4].map((j) => (k >> j) & 1));
    const found = personFit(
      items,
      responseMatrix(patterns, names),
      patterns.map(() => 0.3),
    );
    const p = items.map(({ a, b }) => 1 / (1 + Math.exp(-a * (0.3 - b))));
    const chance = patterns.map((row) => row.reduce((all, x, j) => all * (x === 1 ? p[j]! : 1 - p[j]!), 1));
    const mean = (f: (k: number) => number) => chance.reduce((sum, share, k) => sum + share * f(k), 0);
    for (const key of ['lz', 'lzStar'] as const) {
      close(
        mean((k) => found[k]![key]!),
        0,
      );
      close(
        mean((k) => found[k]![key]! ** 2),
        1,
      );
    }
  });

  it('has null for nobody and for one answer, whose fit nothing can tell', () => {
    const [none, one] = personFit(
      items,
      responseMatrix(
        [
          [null, null, null, null, null],
          [1, null, null, null, null],
        ],
        names,
      ),
      [0, 0],
    );
    expect(none).toEqual({ id: 'person-1', n: 0, lz: null, lzStar: null });
    expect(one!.lzStar).toBeNull();
  });
});

describe('reliability', () => {
  const test = (length: number) => Array.from({ length }, (_, k) => ({ id: `q${k}`, model: 'rasch', b: 0 }) as const);

  it('grows with the test, and is 0 without one', () => {
    expect(reliability([]).marginal).toBe(0);
    expect(reliability(test(40)).marginal).toBeGreaterThan(reliability(test(20)).marginal);
  });

  it('of estimates is variance over variance plus error, or 1 less error over variance', () => {
    const { empirical, separation } = reliability(test(3), { abilities: { theta: [-1, 0, 1], se: [0.5, 0.5, 0.5] } });
    close([empirical!, separation!], [0.8, 0.75]);
  });

  it('has null without estimates that vary, and counts those it cannot use', () => {
    const found = reliability(test(3), { abilities: { theta: [1, Number.NaN, 2], se: [0.5, 0.5, null] } });
    expect(found).toMatchObject({ empirical: null, separation: null, persons: { used: 1, unused: 2 } });
    expect(() => reliability([], { abilities: { theta: [1], se: [] } })).toThrow(/se.length must be 1/);
  });
});

describe('wrightMap', () => {
  it('counts persons and thresholds on one scale, the ends included, and orders items by location', () => {
    const items = [
      { id: 'hard', model: 'graded', a: 1, b: [0, 2] },
      { id: 'easy', model: 'rasch', b: -2 },
      { id: 'flat', model: 'nominal', a: [1, 1], c: [0, 0] },
    ] as const;
    const { bins, items: placed, persons } = wrightMap(items, [-2, -2, 1.9, Number.NaN], { bins: 2 });
    expect(bins).toEqual([
      { from: -2, to: 0, persons: 2, thresholds: 1 },
      { from: 0, to: 2, persons: 1, thresholds: 2 },
    ]);
    expect(placed.map(({ id, location }) => [id, location])).toEqual([
      ['easy', -2],
      ['hard', 1],
      ['flat', null],
    ]);
    expect(persons).toEqual({ used: 3, unused: 1 });
  });

  it('has no rows without anybody, and one value in the middle', () => {
    expect(wrightMap([], []).bins).toEqual([]);
    const { bins } = wrightMap([], [3], { bins: 1 });
    expect(bins).toEqual([{ from: 2.5, to: 3.5, persons: 1, thresholds: 0 }]);
  });
});

describe('itemCurves', () => {
  const item = { id: 'q', model: 'graded', a: 1.5, b: [-1, 1] } as const;

  it('has the curves of the model', () => {
    const { theta, categories, expectedScore, information: own } = itemCurves(item, { bounds: [-2, 2], points: 3 });
    expect(theta).toEqual([-2, 0, 2]);
    for (const [q, t] of theta.entries()) {
      const p = probabilities(item, t);
      close(
        categories.map((curve) => curve[q]!),
        p,
      );
      close(expectedScore[q]!, p[1]! + 2 * p[2]!);
      close(own[q]!, information(item, t));
    }
  });

  it('sets observed shares beside them, whose counts are the answers', () => {
    const persons = 500;
    const theta = Array.from({ length: persons }, (_, i) => (i % 50) / 12.5 - 2);
    const matrix = simulateAnswers([item], theta, { seed: 1 });
    const { observed } = itemCurves(item, { observed: { matrix, theta }, groups: 5 });
    expect(observed.map(({ n }) => n)).toEqual([100, 100, 100, 100, 100]);
    for (const { categories, n } of observed) {
      expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(n);
      for (const { share, lower, upper, expected } of categories) {
        expect(lower).toBeLessThanOrEqual(share);
        expect(upper).toBeGreaterThanOrEqual(share);
        // five standard errors of a share of 100 persons
        expect(Math.abs(share - expected)).toBeLessThanOrEqual(5 * Math.sqrt((expected * (1 - expected)) / n));
      }
    }
    expect(() => itemCurves({ ...item, id: 'other' }, { observed: { matrix, theta } })).toThrow(/item must be one of/);
  });
});

describe('wilsonInterval', () => {
  it('solves the score equation, and stays within 0 and 1', () => {
    // roots of (share - p)^2 = z^2 p (1 - p) / n
    const [lower, upper] = wilsonInterval(3, 10);
    for (const p of [lower, upper])
      versus('score equation', 1e-9)((0.3 - p) ** 2, (1.959963984540054 ** 2 * p * (1 - p)) / 10);
    expect(wilsonInterval(0, 5)[0]).toBe(0);
    expect(wilsonInterval(5, 5)[1]).toBe(1);
  });
});
