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
const drawn: Record<Item['model'], fc.Arbitrary<Item>> = {
  rasch: fc.record({ id: fc.constant('q'), model: fc.constant('rasch' as const), b }),
  '2pl': fc.record({ id: fc.constant('q'), model: fc.constant('2pl' as const), a, b }),
  '3pl': fc.record({ id: fc.constant('q'), model: fc.constant('3pl' as const), a, b, c }),
  '4pl': fc.record({ id: fc.constant('q'), model: fc.constant('4pl' as const), a, b, c, d }),
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

  it('has information equal to the expected squared score, by central differences', () => {
    fc.assert(
      fc.property(items, finite(-3, 3), (item, off) => {
        const slope = 'a' in item ? (item.a as number) : 1;
        const theta = ('b' in item ? (item.b as number) : 0) + off / slope;
        const h = 1e-5 / slope;
        const expected = categories(item).reduce((sum, k) => {
          const score = (model.logProbability(item, theta + h, k) - model.logProbability(item, theta - h, k)) / (2 * h);
          return sum + Math.exp(model.logProbability(item, theta, k)) * score * score;
        }, 0);
        // the difference quotient is good to about 1e-9 relative to slope squared
        versus('central differences', 1e-8 * slope * slope)(model.information(item, theta), expected);
      }),
    );
  });

  it('refuses parameters that are not finite', () => {
    fc.assert(
      fc.property(items, fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), (item, bad) => {
        for (const key of ['a', 'b', 'c', 'd']) {
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
        expect(high.theta).toBeGreaterThanOrEqual(low.theta);
        for (const { theta, se } of [low, high]) {
          expect(Number.isFinite(theta)).toBe(true);
          expect(se).toBeGreaterThan(0);
        }
      }),
    );
  });
});
