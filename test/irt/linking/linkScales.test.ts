import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/irt/item.ts';
import { haebara } from '../../../src/irt/linking/haebara.ts';
import { linkScales } from '../../../src/irt/linking/linkScales.ts';
import { meanMean } from '../../../src/irt/linking/meanMean.ts';
import { meanSigma } from '../../../src/irt/linking/meanSigma.ts';
import { stockingLord } from '../../../src/irt/linking/stockingLord.ts';
import { transformItems } from '../../../src/irt/linking/transformItems.ts';
import { probabilities } from '../../../src/irt/probabilities.ts';
import { stream, uniform } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close, solved, versus } from '../../tolerance.ts';

const mixed: Item[] = deepFreeze([
  { id: 'rasch', model: 'rasch', b: -0.3 },
  { id: '2pl', model: '2pl', a: 1.4, b: 0.6 },
  { id: '3pl', model: '3pl', a: 0.8, b: -1.2, c: 0.2 },
  { id: '4pl', model: '4pl', a: 1.9, b: 1.1, c: 0.1, d: 0.95 },
  { id: 'graded', model: 'graded', a: 1.3, b: [-1.5, 0.2, 1.4] },
  { id: 'gpcm', model: 'gpcm', a: 0.7, b: [0.4, -0.6] },
  { id: 'pcm', model: 'pcm', b: [-0.8, 0.9] },
  { id: 'rating', model: 'rating', b: 0.3, thresholds: [-0.7, 0.1, 0.6] },
]);
const nominal: Item = { id: 'nominal', model: 'nominal', a: [0, 0.9, -0.4], c: [0, 0.3, 0.8] };
const there = { slope: 1.3, intercept: -0.6 };
const methods = [meanMean(), meanSigma(), haebara(), stockingLord()];
/** The other way round. */
const inverse = ({ slope, intercept }: { slope: number; intercept: number }) => ({
  slope: 1 / slope,
  intercept: -intercept / slope,
});
/** Items with noise in every parameter, the same for the same seed. */
const disturbed = (items: readonly Item[], seed: number, size: number): Item[] => {
  const from = stream(seed);
  const noise = () => size * (2 * uniform(from) - 1);
  return items.map((item) => {
    const factor = 1 + noise();
    const [moved] = transformItems([item], { slope: factor, intercept: noise() });
    return moved!;
  });
};

describe('transformItems', () => {
  it('keeps every probability, for every model', () => {
    const items = [...mixed, nominal];
    const moved = transformItems(items, there);
    for (const theta of [-40, -3, -0.5, 0, 1.2, 4, 40]) {
      for (const [j, item] of items.entries()) {
        const target = there.slope * theta + there.intercept;
        versus('own scale', 1e-13)(probabilities(moved[j]!, target), probabilities(item, theta));
      }
    }
  });

  it('keeps the model where the model can say it, and takes the next larger where not', () => {
    const models = (slope: number) => transformItems(mixed, { slope, intercept: 1 }).map(({ model }) => model);
    expect(models(1)).toEqual(mixed.map(({ model }) => model));
    expect(models(2)).toEqual(['2pl', '2pl', '3pl', '4pl', 'graded', 'gpcm', 'gpcm', 'gpcm']);
    expect(transformItems([mixed[7]!], { slope: 2, intercept: 0 })[0]).not.toHaveProperty('thresholds');
  });

  it('refuses a slope that turns the scale round', () => {
    expect(() => transformItems(mixed, { slope: -1, intercept: 0 })).toThrow(/slope must be .*above 0, got -1/);
    expect(() => transformItems(mixed, { slope: 1, intercept: Number.NaN })).toThrow(RangeError);
  });
});

describe('linkScales', () => {
  it('has nothing to say without common items, and leaves the scale as it is', () => {
    expect(linkScales(mixed, [])).toEqual({
      slope: 1,
      intercept: 0,
      status: 'empty',
      method: 'stockingLord',
      items: [],
      removed: [],
      incomparable: [],
    });
  });

  it.each(methods)('$name recovers a known transformation of error-free mixed items', (by) => {
    for (const known of [
      there,
      { slope: 0.5, intercept: 2.5 },
      { slope: 2, intercept: -3 },
      { slope: 1, intercept: 0 },
    ]) {
      const { slope, intercept, status, items } = linkScales(mixed, transformItems(mixed, inverse(known)), { by });
      solved([slope, intercept], [known.slope, known.intercept]);
      expect(status).toBe('ok');
      expect(items.every(({ drifts, d2 }) => !drifts && d2 < 1e-15)).toBe(true);
    }
  });

  it('haebara takes nominal items, alone or with others; the other methods refuse them', () => {
    for (const items of [[nominal], [...mixed, nominal]]) {
      const { slope, intercept } = linkScales(items, transformItems(items, inverse(there)), { by: haebara() });
      solved([slope, intercept], [there.slope, there.intercept]);
    }
    for (const by of [meanMean(), meanSigma(), stockingLord()]) {
      expect(() => linkScales([nominal], [nominal], { by })).toThrow(/item "nominal" is nominal/);
    }
  });

  it.each(methods)('$name links back by the inverse, as far as its formula allows', (by) => {
    const newItems = disturbed(transformItems(mixed, inverse(there)), 3, 0.1);
    const forth = linkScales(mixed, newItems, { by });
    const back = linkScales(newItems, mixed, { by });
    solved([back.slope, back.intercept], [inverse(forth).slope, inverse(forth).intercept]);
  });

  it.each([haebara(), stockingLord(), haebara({ symmetric: false }), stockingLord({ symmetric: false })])(
    '$name agrees with a fine brute-force minimisation on items with errors (%#)',
    (by) => {
      const newItems = disturbed(transformItems(mixed, inverse(there)), 1, 0.15);
      const { slope, intercept } = linkScales(mixed, newItems, { by });
      const loss = (A: number, B: number) => bruteLoss(mixed, newItems, by.name, by.options.symmetric === true, A, B);
      let best = [slope + 0.05, intercept - 0.1, Infinity];
      let moved = false;
      for (let width = 0.3; width > 1e-8; width *= moved ? 1 : 0.3) {
        moved = false;
        const [A, B] = best as [number, number];
        for (let i = -2; i <= 2; i++) {
          for (let j = -2; j <= 2; j++) {
            const at = [A + (i * width) / 2, B + (j * width) / 2] as const;
            const value = loss(...at);
            if (value < best[2]!) [best, moved] = [[...at, value], i !== 0 || j !== 0];
          }
        }
      }
      // a minimum found by values alone is known to the square root of their rounding
      versus('brute force', 1e-6)([slope, intercept], best.slice(0, 2));
      expect(loss(slope, intercept)).toBeLessThanOrEqual(best[2]! * (1 + 1e-12));
    },
  );

  it('means and spreads are those of the formulas', () => {
    const oldItems: Item[] = [1, 2, 4].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 1 + k, b }));
    const newItems: Item[] = [0, 1, 5].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 2 + k, b }));
    const byMean = linkScales(oldItems, newItems, { by: meanMean() });
    close([byMean.slope, byMean.intercept], [3 / 2, 7 / 3 - 3]);
    const bySigma = linkScales(oldItems, newItems, { by: meanSigma() });
    close([bySigma.slope, bySigma.intercept], [Math.sqrt(14 / 42), 7 / 3 - 2 * Math.sqrt(14 / 42)]);
  });

  it.each(methods)('$name shifts Rasch scales and leaves their unit alone', (by) => {
    const oldItems: Item[] = [-1, 0.2, 1.5].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }));
    const newItems: Item[] = [-2.2, -0.8, 0.4].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }));
    const { slope, intercept, status } = linkScales(oldItems, newItems, { by });
    expect([slope, status]).toEqual([1, 'ok']);
    versus('mean shift', 0.02)(intercept, 3.3 / 3);
  });

  it('mean and sigma without spread leave the slope at 1 and say so', () => {
    const items: Item[] = [1, 2].map((a, k) => ({ id: `q${k}`, model: '2pl', a, b: 0.5 }));
    const link = linkScales(
      items,
      items.map((item) => ({ ...item, b: 0 }) as Item),
      { by: meanSigma() },
    );
    expect(link).toMatchObject({ slope: 1, intercept: 0.5, status: 'noSpread' });
  });

  it('names items whose categories do not correspond, and links through the others', () => {
    const other: Item[] = [
      { id: 'graded', model: 'gpcm', a: 1, b: [0, 1, 2] },
      { id: 'gpcm', model: 'gpcm', a: 1, b: [0, 1, 2] },
      { id: 'rasch', model: '2pl', a: 1, b: -0.3 },
      { id: 'pcm', model: 'rating', b: 0, thresholds: [-0.8, 0.9] },
      { id: '__proto__', model: 'rasch', b: 0 },
    ];
    const { incomparable, items, slope } = linkScales([...mixed, { id: 'constructor', model: 'rasch', b: 0 }], other);
    expect(incomparable).toEqual(['graded', 'gpcm']);
    expect(items.map(({ id }) => id)).toEqual(['rasch', 'pcm']);
    solved(slope, 1);
  });

  it('finds the items that drifted, and links without them when told to', () => {
    const oldItems: Item[] = Array.from({ length: 20 }, (_, k) => ({
      id: `q${k}`,
      model: '2pl',
      a: 0.7 + (k % 5) / 5,
      b: -2 + k / 5,
    }));
    const exact = transformItems(disturbed(oldItems, 5, 0.02), inverse(there));
    const newItems = exact.map((item, k) =>
      k === 4 || k === 11 ? { ...item, b: (item as { b: number }).b + 0.9 } : item,
    ) as Item[];
    const report = linkScales(oldItems, newItems);
    expect(report.items.filter(({ drifts }) => drifts).map(({ id }) => id)).toEqual(['q4', 'q11']);
    expect(report.removed).toEqual([]);
    const purified = linkScales(oldItems, newItems, { drift: { remove: 0.2 } });
    expect([...purified.removed].sort()).toEqual(['q11', 'q4']);
    expect(purified.items.filter(({ drifts }) => drifts).map(({ id }) => id)).toEqual(['q4', 'q11']);
    const off = ({ slope, intercept }: { slope: number; intercept: number }) =>
      Math.abs(slope - there.slope) + Math.abs(intercept - there.intercept);
    expect(off(purified)).toBeLessThan(off(report) / 3);
    const limited = linkScales(oldItems, newItems, { drift: { remove: 0.05 } });
    expect(limited.removed).toHaveLength(1);
  });

  it('an item that alone has changed among perfect ones is found by its curve, where robust z does not exist', () => {
    const items: Item[] = [-1, 0, 1, 2, -2].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 1, b }));
    const [first, ...rest] = items;
    const { items: report } = linkScales(items, [{ ...first, b: 0.5 } as Item, ...rest], { by: meanMean() });
    expect(report.map(({ difficultyZ, slopeZ }) => [difficultyZ, slopeZ])).toEqual(report.map(() => [null, null]));
    expect(report.filter(({ drifts }) => drifts).map(({ id }) => id)).toContain('q0');
  });

  it('area and D2 are those of the curves', () => {
    const [one] = linkScales([{ id: 'q', model: 'rasch', b: 0 }], [{ id: 'q', model: '3pl', a: 1, b: 0, c: 0.4 }], {
      by: { name: 'none', options: {}, link: () => ({ slope: 1, intercept: 0, status: 'ok' }) },
    }).items;
    let [area, d2, total] = [0, 0, 0];
    for (let t = -6; t <= 6; t += 0.001) {
      const w = Math.exp((-t * t) / 2);
      const off = 0.4 / (1 + Math.exp(t));
      area += w * off;
      d2 += w * off * off;
      total += w;
    }
    versus('plain sum', 1e-7)([one!.area, one!.d2], [area / total, d2 / total]);
  });

  it('refuses what makes no sense', () => {
    expect(() => linkScales(mixed, mixed, { by: {} as never })).toThrow(
      /by must be a strategy such as stockingLord\(\)/,
    );
    expect(() => linkScales(mixed, mixed, { drift: { remove: -1 } })).toThrow(/drift must be/);
    expect(() => linkScales([mixed[0]!, mixed[0]!], mixed)).toThrow(/listed twice/);
    expect(() => haebara({ population: { mean: 0, sd: 0 } })).toThrow(/haebara: population/);
  });
});

/** The loss of both curve methods, from the definitions, by transforming the items. */
function bruteLoss(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  method: string,
  symmetric: boolean,
  A: number,
  B: number,
) {
  const forth = transformItems(newItems, { slope: A, intercept: B });
  const back = transformItems(oldItems, { slope: 1 / A, intercept: -B / A });
  let loss = 0;
  let total = 0;
  for (let q = 0; q < 61; q++) {
    const theta = -6 + q / 5;
    const weight = Math.exp(-0.5 * theta * theta);
    total += weight;
    for (const [left, right] of symmetric
      ? [
          [oldItems, forth],
          [newItems, back],
        ]
      : [[oldItems, forth]]) {
      let score = 0;
      for (const [j, item] of left!.entries()) {
        const other = probabilities(right![j]!, theta);
        for (const [k, p] of probabilities(item, theta).entries()) {
          if (method === 'haebara') loss += weight * (p - other[k]!) ** 2;
          else score += k * (p - other[k]!);
        }
      }
      loss += weight * score * score;
    }
  }
  return loss / total;
}
