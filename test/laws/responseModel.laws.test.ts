// Every response model, whatever its formula, obeys these. A new model joins by being in allModels and in `drawn`.
import fc from 'fast-check';
import { eap, estimateAbilityWith, type Item } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { allModels } from '../../src/irt/models/all.ts';
import { versus } from '../tolerance.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const b = finite(-6, 6);
const a = finite(0.05, 50);
const c = fc.oneof(fc.constant(0), finite(1e-6, 0.5));
const d = fc.oneof(fc.constant(1), finite(0.6, 1 - 1e-6));
const id = fc.constant('q');
const steps = fc.array(b, { minLength: 1, maxLength: 5 });
const thresholds = fc.array(finite(0.01, 2), { minLength: 1, maxLength: 6 }).map((gaps) => {
  let at = -3;
  return gaps.map((gap) => (at += gap));
});
const drawn: Record<Item['model'], fc.Arbitrary<Item>> = {
  rasch: fc.record({ id: fc.constant('q'), model: fc.constant('rasch' as const), b }),
  '2pl': fc.record({ id: fc.constant('q'), model: fc.constant('2pl' as const), a, b }),
  '3pl': fc.record({ id: fc.constant('q'), model: fc.constant('3pl' as const), a, b, c }),
  '4pl': fc.record({ id: fc.constant('q'), model: fc.constant('4pl' as const), a, b, c, d }),
  graded: fc.record({ id, model: fc.constant('graded' as const), a, b: thresholds }),
  pcm: fc.record({ id, model: fc.constant('pcm' as const), b: steps }),
  gpcm: fc.record({ id, model: fc.constant('gpcm' as const), a, b: steps }),
  rating: fc.record({ id, model: fc.constant('rating' as const), b, thresholds: steps }),
  nominal: fc.array(fc.tuple(finite(-20, 20), b), { minLength: 2, maxLength: 5 }).map((pairs) => ({
    id: 'q',
    model: 'nominal' as const,
    a: pairs.map(([slope]) => slope),
    c: pairs.map(([, intercept]) => intercept),
  })),
};
/** An ability near which the item tells something, and how far to step from it. */
const near = (item: Item, off: number, slope: number): number => {
  const at = 'b' in item ? (typeof item.b === 'number' ? item.b : item.b[0]!) : 0;
  return at + off / Math.max(slope, 0.05);
};

it('every model has a way to draw items for these laws', () => {
  expect(allModels.map(({ name }) => name).sort()).toEqual(Object.keys(drawn).sort());
});

describe.each(allModels)('response model $name', (model) => {
  const items = drawn[model.name];
  const categories = (item: Item) => Array.from({ length: model.categories(item) }, (_, k) => k);

  it('has category probabilities that sum to 1', () => {
    fc.assert(
      fc.property(items, finite(-300, 300), (item, theta) => {
        const total = categories(item).reduce((sum, k) => sum + Math.exp(model.logProbability(item, theta, k)), 0);
        versus('1', 1e-14)(total, 1);
      }),
    );
  });

  it('has finite log-probabilities up to theta = 300', () => {
    fc.assert(
      fc.property(items, finite(-300, 300), (item, theta) => {
        for (const k of categories(item)) expect(Number.isFinite(model.logProbability(item, theta, k))).toBe(true);
      }),
    );
  });

  it('has a score and a curvature that are the derivatives of the log-probability, by central differences', () => {
    fc.assert(
      fc.property(items, finite(-3, 3), (item, off) => {
        const slope = Math.max(model.slope(item), 0.05);
        const theta = near(item, off, slope);
        const h = 1e-5 / slope;
        for (const k of categories(item)) {
          const log = (t: number) => model.logProbability(item, t, k);
          const scale = Math.max(1, Math.abs(log(theta))); // the difference of large numbers keeps fewer digits
          versus('central differences', 1e-8 * slope * scale)(
            model.score(item, theta, k),
            (log(theta + h) - log(theta - h)) / (2 * h),
          );
          versus('central differences of the score', 1e-8 * slope * slope)(
            model.curvature(item, theta, k),
            (model.score(item, theta + h, k) - model.score(item, theta - h, k)) / (2 * h),
          );
        }
      }),
    );
  });

  it('has information equal to the expected squared score and to minus the expected curvature', () => {
    fc.assert(
      fc.property(items, finite(-3, 3), (item, off) => {
        const slope = model.slope(item);
        const theta = near(item, off, slope);
        const mean = (f: (k: number) => number) =>
          categories(item).reduce((sum, k) => sum + Math.exp(model.logProbability(item, theta, k)) * f(k), 0);
        const within = versus('expectation', 1e-11 * Math.max(1, slope * slope));
        within(
          model.information(item, theta),
          mean((k) => model.score(item, theta, k) ** 2),
        );
        within(
          model.information(item, theta),
          mean((k) => -model.curvature(item, theta, k)),
        );
      }),
    );
  });

  it('has finite derivatives up to theta = 300', () => {
    fc.assert(
      fc.property(items, finite(-300, 300), (item, theta) => {
        for (const k of categories(item)) {
          expect(Number.isFinite(model.score(item, theta, k))).toBe(true);
          expect(Number.isFinite(model.curvature(item, theta, k))).toBe(true);
        }
      }),
    );
  });

  it('refuses parameters that are not finite', () => {
    fc.assert(
      fc.property(items, fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), (item, bad) => {
        for (const key of ['a', 'b', 'c', 'd', 'thresholds']) {
          if (key in item)
            expect(model.complaint({ ...item, [key]: bad } as Item)).toMatch(new RegExp(`^${key} must be`));
        }
      }),
    );
  });

  it('works in EAP: right answers never give less than wrong ones, and the error is finite', () => {
    fc.assert(
      fc.property(fc.array(items, { minLength: 1, maxLength: 8 }), (list) => {
        const distinct = list.map((item, k) => ({ ...item, id: `q${k}` }));
        const estimate = (answer: (item: Item) => number) =>
          estimateAbilityWith([model], distinct, distinct.map(answer), { by: eap() });
        const low = estimate(() => 0);
        const high = estimate((item) => model.categories(item) - 1);
        if (model.name !== 'nominal') expect(high.theta).toBeGreaterThanOrEqual(low.theta);
        for (const { theta, se } of [low, high]) {
          expect(Number.isFinite(theta)).toBe(true);
          expect(se).toBeGreaterThan(0);
        }
      }),
    );
  });
});
