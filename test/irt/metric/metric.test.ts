import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/irt/item.ts';
import { flatItem } from '../../../src/irt/metric/flatItem.ts';
import { fromNamedParameters, toNamedParameters } from '../../../src/irt/metric/namedParameters.ts';
import { fromReportingScale, toReportingScale } from '../../../src/irt/metric/reportingScale.ts';

import { fromSlopeIntercept, type SlopeIntercept, toSlopeIntercept } from '../../../src/irt/metric/slopeIntercept.ts';
import { toLogisticMetric, toNormalMetric } from '../../../src/irt/metric/toLogisticMetric.ts';
import { fromOdds, toOdds } from '../../../src/irt/metric/toOdds.ts';
import { probabilities } from '../../../src/irt/probabilities.ts';
import { normalCdf } from '../../../src/math/normalCdf.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { mirtFit } from '../../reference/irt/lsat.ts';
import { close, solved, ulps, versus } from '../../tolerance.ts';

const MIRT = new URL('../../../../shared/reference/irt/mirt/', import.meta.url);
interface Table {
  readonly columns: readonly string[];
  readonly items: readonly (readonly (number | null)[])[];
}
interface Fit {
  readonly slopeIntercept: Table;
  readonly IRTpars: Table;
  readonly probtrace_item1: readonly (readonly number[])[];
  readonly testinfo: { readonly theta: readonly number[] };
}
const fitsOf = (set: string): Record<string, Fit> => JSON.parse(readFileSync(new URL(`${set}.json`, MIRT), 'utf8'));
const MODELS: Readonly<Record<string, Item['model']>> = { Rasch: 'rasch', '1PL': '2pl', '2PL': '2pl', PCM: 'pcm' };
const modelFor = (fit: string): Item['model'] =>
  MODELS[fit] ?? (/^2PL/.test(fit) ? '2pl' : /^3PL/.test(fit) ? '3pl' : (fit as 'graded' | 'gpcm' | 'nominal'));
const rowOf = ({ columns }: Table, row: readonly (number | null)[]): SlopeIntercept =>
  Object.fromEntries(columns.flatMap((name, k) => (row[k] === null ? [] : [[name, row[k]!]])));
/** Reads every item of a fit and compares it with the a, b parameters printed beside it. */
function compare(name: string, fit: Fit): Item[] {
  return fit.slopeIntercept.items.map((values, j) => {
    const row = rowOf(fit.slopeIntercept, values);
    const item = fromSlopeIntercept(`q${j}`, modelFor(name), row);
    const printed = fit.IRTpars.items[j]!.filter((value) => value !== null);
    if (item.model === 'nominal') {
      // mirt prints slopes and intercepts that sum to 0; only differences matter
      const half = printed.length / 2;
      const centred = (list: readonly number[]) => list.map((x) => x - list.reduce((sum, y) => sum + y, 0) / half);
      solved([...centred(item.a), ...centred(item.c)], printed);
    } else {
      const { a, b } = flatItem(item);
      const asymptotes = item.model.endsWith('pl') || item.model === 'rasch' ? [row.g!, row.u!] : [];
      solved([a, ...b, ...asymptotes], printed);
      if ('c' in item) ulps(0)(item.c, row.g!);
    }
    const back = toSlopeIntercept(item);
    expect(Object.keys(back).sort()).toEqual(Object.keys(row).sort());
    close(
      Object.keys(row).map((key) => back[key]!),
      Object.values(row),
    );
    return item;
  });
}

describe('slope and intercept', () => {
  it.each(['lsat6', 'lsat7'] as const)('are those mirt prints beside a and b, for %s', (set) => {
    for (const name of ['Rasch', '1PL', '2PL'] as const) compare(name, mirtFit(set, name) as unknown as Fit);
  });

  describe.skipIf(!existsSync(MIRT))('of the local mirt fits', () => {
    it.each(['lsat7', 'sat12', 'science4', 'verbal_polytomous', 'ltm_environment', 'bfi_C', 'erm_pcmdat2'])(
      'of %s, every model, are those printed beside a and b, and give the category curves of item 1',
      (set) => {
        for (const [name, fit] of Object.entries(fitsOf(set)).filter(([, value]) => value?.IRTpars)) {
          const [first] = compare(name, fit);
          for (const [q, theta] of fit.testinfo.theta.entries()) {
            versus('mirt', 1e-8)(probabilities(first!, theta), fit.probtrace_item1[q]!);
          }
        }
      },
    );
  });

  it('of a partial credit item with a negative slope can be given as nominal', () => {
    const row = { a1: -0.5, ak0: 0, ak1: 1, ak2: 2, d0: 0, d1: 0.3, d2: 0.1 };
    expect(() => fromSlopeIntercept('q', 'gpcm', row)).toThrow(/a must be above 0/);
    expect(fromSlopeIntercept('q', 'nominal', row)).toEqual({
      id: 'q',
      model: 'nominal',
      a: [-0, -0.5, -1],
      c: [0, 0.3, 0.1],
    });
  });

  it('go there and back for every model', () => {
    const items: Item[] = [
      { id: 'q', model: 'rasch', b: 0 },
      { id: 'q', model: '4pl', a: 1.2, b: -0.7, c: 0.1, d: 0.9 },
      { id: 'q', model: 'graded', a: 1.5, b: [-1, 0.3] },
      { id: 'q', model: 'gpcm', a: 0.6, b: [0.5, -0.4, 0] },
      { id: 'q', model: 'pcm', b: [0.5, -0.4] },
      { id: 'q', model: 'nominal', a: [0, 1, 0], c: [0, 0.5, -1] },
      { id: 'q', model: 'nominal', a: [0, 1.5, -1], c: [0, 0.5, -1] },
    ];
    for (const item of deepFreeze(items)) {
      const back = fromSlopeIntercept('q', item.model, toSlopeIntercept(item));
      expect(back.model).toBe(item.model);
      for (const theta of [-2, 0, 1.3]) close(probabilities(back, theta), probabilities(item, theta));
    }
    const rating: Item = { id: 'q', model: 'rating', b: 1, thresholds: [-0.5, 0.5] };
    expect(fromSlopeIntercept('q', 'pcm', toSlopeIntercept(rating))).toEqual({ id: 'q', model: 'pcm', b: [0.5, 1.5] });
  });

  it('are refused where the model has no place for them, instead of being dropped', () => {
    const row = { a1: 0.8, d: 1, g: 0.2, u: 1 };
    expect(() => fromSlopeIntercept('x', '2pl', row)).toThrow(/item "x": g = 0.2 has no place in a 2pl item/);
    expect(() => fromSlopeIntercept('x', 'rasch', { a1: 0.8, d: 1 })).toThrow(/a1 = 0.8 has no place in a rasch/);
    expect(() => fromSlopeIntercept('x', '2pl', { a1: 1, a2: 0.5, d: 1 })).toThrow(/a2 = 0.5/);
    expect(() => fromSlopeIntercept('x', 'gpcm', { a1: 1, d0: 1, d1: 2 })).toThrow(/d0 = 1/);
    expect(() => fromSlopeIntercept('x', '2pl', { a1: -1, d: 1 })).toThrow(/a must be above 0/);
    expect(() => fromSlopeIntercept('x', '2pl', { d: 1 })).toThrow(RangeError);
    expect(() => fromSlopeIntercept('x', 'graded', { a1: 1 })).toThrow(/b must be a list/);
    expect(() => fromSlopeIntercept('x', 'rating', { a1: 1, d1: 1 })).toThrow(RangeError);
    expect(() => fromSlopeIntercept('x', 'graded', { a1: 1, d1: 0, d2: 1 })).toThrow(/ascending/);
  });
});

describe('the metric of D = 1.7', () => {
  const items: Item[] = deepFreeze([
    { id: '3pl', model: '3pl', a: 0.9, b: 0.4, c: 0.2 },
    { id: 'rasch', model: 'rasch', b: 1 },
    { id: 'graded', model: 'graded', a: 1.1, b: [-1, 1] },
    { id: 'rating', model: 'rating', b: 1, thresholds: [-1, 1] },
  ]);

  it('multiplies discriminations by D, and divides them on the way back', () => {
    const logistic = toLogisticMetric(items);
    expect(logistic.map((item) => (item as { a: number }).a)).toEqual([0.9 * 1.7, 1.7, 1.1 * 1.7, 1.7]);
    expect(logistic.map(({ model }) => model)).toEqual(['3pl', '2pl', 'graded', 'gpcm']);
    const back = toNormalMetric(logistic);
    close(
      back.map((item) => (item as { a: number }).a),
      [0.9, 1, 1.1, 1],
    );
    expect((toLogisticMetric(items, 1.702)[1] as { a: number }).a).toBe(1.702);
  });

  it('comes within 0.01 of the normal ogive', () => {
    const [item] = toLogisticMetric([{ id: 'q', model: '2pl', a: 1, b: 0 }]);
    const off = Array.from({ length: 801 }, (_, k) => -4 + k / 100).map((z) =>
      Math.abs(probabilities(item!, z)[1]! - normalCdf(z)),
    );
    expect(Math.max(...off)).toBeLessThan(0.01);
  });

  it('is refused for nominal items and for a D that is none', () => {
    expect(() => toLogisticMetric([{ id: 'n', model: 'nominal', a: [0, 1], c: [0, 1] }])).toThrow(/"n" is nominal/);
    expect(() => toNormalMetric(items, 0)).toThrow(/D must be/);
  });
});

describe('odds', () => {
  it('of ability and difficulty give the Rasch probability as a plain ratio', () => {
    const [able, hard] = [toOdds(0.7), toOdds(-0.4)];
    close(able / (able + hard), probabilities({ id: 'q', model: 'rasch', b: -0.4 }, 0.7)[1]!);
    close(fromOdds(able), 0.7);
    expect(() => fromOdds(0)).toThrow(RangeError);
    expect(() => toOdds(Number.NaN)).toThrow(RangeError);
  });
});

describe('parameters in words', () => {
  it('become the smallest model with the same curve', () => {
    const model = (a: number, c: number, d: number) =>
      fromNamedParameters({ id: 'q', discrimination: a, difficulty: 0, guessing: c, slipping: d }).model;
    expect([model(1, 0, 1), model(2, 0, 1), model(1, 0.2, 1), model(1, 0, 0.9)]).toEqual([
      'rasch',
      '2pl',
      '3pl',
      '4pl',
    ]);
    expect(fromNamedParameters({ id: 'q', difficulty: 1 })).toEqual({ id: 'q', model: 'rasch', b: 1 });
  });

  it('come back as they were', () => {
    const all = { id: 'q', discrimination: 1.3, difficulty: 0.2, guessing: 0.1, slipping: 0.95 };
    expect(toNamedParameters(fromNamedParameters(all))).toEqual(all);
    expect(() => toNamedParameters({ id: 'g', model: 'gpcm', a: 1, b: [0, 1] })).toThrow(
      /model must be rasch, 2pl, 3pl or 4pl, got "gpcm"/,
    );
    expect(() => toNamedParameters({ id: 'r', model: 'rating', b: 1, thresholds: [0, 1] })).toThrow(/got "rating"/);
  });

  it('a slip rate given as slipping is refused where it cannot be an upper asymptote', () => {
    expect(() => fromNamedParameters({ id: 'q', difficulty: 0, guessing: 0.2, slipping: 0.05 })).toThrow(
      /d must be .* above c/,
    );
  });
});

describe('a reporting scale', () => {
  const pisa = { mean: 500, sd: 100 };

  it('is a line, with nothing rounded or bounded unless asked for', () => {
    const population = { mean: 0.3, sd: 1.2 };
    expect(toReportingScale({ theta: 0.3, se: null }, { ...pisa, population })).toEqual({
      score: 500,
      se: null,
      exact: 500,
      beyond: null,
    });
    const { score, se, beyond } = toReportingScale({ theta: 7.5, se: 0.6 }, { ...pisa, population });
    close([score, se!], [1100, 50]);
    expect(beyond).toBe(null);
    close(fromReportingScale(score, { ...pisa, population }), 7.5);
  });

  it('says when a bound has cut a score off', () => {
    const scale = { ...pisa, step: 1, bounds: [200, 800] } as const;
    expect(toReportingScale({ theta: -3.2, se: 0.5 }, scale)).toEqual({
      score: 200,
      se: 50,
      exact: 180,
      beyond: 'lowest',
    });
    expect(toReportingScale({ theta: 3, se: 0.5 }, scale)).toMatchObject({ score: 800, beyond: null });
  });

  it('refuses what is no scale', () => {
    expect(() => toReportingScale({ theta: 0, se: 1 }, { mean: 0, sd: 0 })).toThrow(/sd must be/);
    expect(() => toReportingScale({ theta: 0, se: 1 }, { ...pisa, bounds: [1, 1] })).toThrow(/bounds must be/);
    expect(() => toReportingScale({ theta: Number.NaN, se: 1 }, pisa)).toThrow(/theta/);
    expect(() => fromReportingScale(500, { ...pisa, step: -1 })).toThrow(/step/);
  });
});
