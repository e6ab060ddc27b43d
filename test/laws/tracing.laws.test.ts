import fc from 'fast-check';
import { betaBinomial, bkt, type TracingModel } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

const models: readonly TracingModel[] = [
  bkt({ prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1 }),
  bkt({ prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1, forget: 0.05 }),
  bkt({ prior: 0, learn: 0, guess: 0, slip: 0 }),
  bkt({ prior: 1, learn: 0.5, guess: 0.5, slip: 0.49, forget: 0.5 }),
  betaBinomial(),
  betaBinomial({ right: 0.01, wrong: 50 }),
];
const score = fc.option(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })));
const answers = fc.array(fc.tuple(score, fc.double({ min: 1e-6, max: 1, noNaN: true })), { maxLength: 60 });

describe.each(models.map((model) => [`${model.name} ${JSON.stringify(model.options)}`, model] as const))(
  '%s',
  (_, model) => {
    const step = (state: unknown, [score, weight]: readonly [number | null, number]) =>
      model.update(deepFreeze(state), score, weight);

    it('predicts and estimates within [0, 1], whatever is answered', () => {
      fc.assert(
        fc.property(answers, (list) => {
          const state = list.reduce(step, model.init());
          const { value, sd } = model.estimate(state);
          for (const share of [model.predict(state), value]) expect(share >= 0 && share <= 1).toBe(true);
          expect(sd >= 0 && sd <= 0.5).toBe(true);
        }),
      );
    });

    it('goes on from JSON as it goes on from its state', () => {
      fc.assert(
        fc.property(answers, answers, (first, second) => {
          const state = first.reduce(step, model.init());
          const whole = [...first, ...second].reduce(step, model.init());
          expect(second.reduce(step, JSON.parse(JSON.stringify(state)) as unknown)).toEqual(whole);
        }),
      );
    });

    it('believes no less after a right answer than after a wrong one', () => {
      fc.assert(
        fc.property(answers, (list) => {
          const state = list.reduce(step, model.init());
          const [right, wrong] = [1, 0].map((score) => model.estimate(model.update(state, score)).value);
          expect(right! >= wrong! - 1e-12).toBe(true);
        }),
      );
    });

    it('says truly whether order makes a difference', () => {
      const list = [0, 1, 1, 0, 1, 0.5];
      const value = (scores: readonly number[]) =>
        model.estimate(scores.reduce((state, score) => model.update(state, score), model.init())).value;
      if (model.commutative) close(value(list), value([...list].reverse()));
    });
  },
);
