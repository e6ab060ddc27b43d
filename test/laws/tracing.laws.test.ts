import fc from 'fast-check';
import {
  afm,
  betaBinomial,
  bkt,
  blim,
  dina,
  dino,
  elo,
  ema,
  manySkills,
  pfa,
  type Question,
  type TracingModel,
} from 'tutelage/tracing';
import { knowledgeStates } from 'tutelage/tracing/analysis';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

// Every tracing model has to obey these laws. A new model is one more line here. Ids are nasty on purpose.
const odd = JSON.parse('{"__proto__": {"guess": 0.2, "slip": 0.1}, "constructor": {"guess": 0.3, "slip": 0.2}}');
const states = knowledgeStates(['__proto__', 'constructor'], [['__proto__', 'constructor']]);
const q = (itemId: string, ...competencyIds: string[]): Question => ({ itemId, competencyIds });
const items = {
  q1: { competencies: ['__proto__'], guess: 0.2, slip: 0.1 },
  q2: { competencies: ['__proto__', 'constructor'], guess: 0, slip: 0 },
};
const competencies = ['__proto__', 'constructor'];
const factors = JSON.parse(
  '{"__proto__": {"easiness": -1, "right": 0.4, "wrong": 0.1, "learn": 0.2}, "constructor": {"easiness": 0.5, "right": 0.1, "wrong": -0.3, "learn": 0}}',
);
const classed = { classes: { choice: { guess: 0.4, learn: 0.3 } }, items: { q1: 'choice' } };
const plain: readonly Question[] = [{ itemId: 'q1' }, { itemId: 'q2' }];
const single = [q('q1', '__proto__'), q('q2', 'constructor')];
const double = [q('q1', '__proto__'), q('q2', '__proto__', 'constructor')];
const one = bkt({ prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1 });
const models: readonly (readonly [TracingModel, readonly Question[]])[] = [
  [one, plain],
  [bkt({ prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1, forget: 0.05, ...classed }), plain],
  [bkt({ prior: 0, learn: 0, guess: 0, slip: 0 }), plain],
  [bkt({ prior: 1, learn: 0.5, guess: 0.5, slip: 0.49, forget: 0.5 }), plain],
  [betaBinomial(), plain],
  [betaBinomial({ right: 0.01, wrong: 50 }), plain],
  [ema(), plain],
  [ema({ memory: 0.01, start: 1 }), plain],
  [elo(), double],
  [elo({ a: 0.4, b: 0, guess: 0.25, difficulties: { q1: -1, q2: 3 } }), double],
  [pfa({ competencies: factors }), double],
  [pfa({ competencies: factors, counts: 'log' }), double],
  [afm({ competencies: factors, theta: -0.4 }), double],
  [dina({ competencies, items }), double],
  [dino({ competencies, items, prior: [1, 2, 0, 3] }), double],
  [blim({ states, items: odd }), single],
  [manySkills(one), double],
  [manySkills(one, { credit: 'weakest' }), double],
  [manySkills(one, { credit: 'each' }), double],
  [manySkills(betaBinomial(), { credit: 'shared' }), double],
];
const score = fc.option(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })));
const answer = fc.tuple(score, fc.double({ min: 1e-6, max: 1, noNaN: true }), fc.nat(1));
const answers = fc.array(answer, { maxLength: 60 });

describe.each(models.map(([model, asked], k) => [`${k + 1}: ${model.name}`, model, asked] as const))(
  'model %s',
  (_, model, asked) => {
    const step = (state: unknown, [score, weight, which]: readonly [number | null, number, number]) =>
      model.update(deepFreeze(state), score, weight, asked[which]);
    const about = model.scope === 'learner' ? ['__proto__', 'constructor'] : [undefined];

    it('predicts and estimates within [0, 1], whatever is answered', () => {
      fc.assert(
        fc.property(answers, (list) => {
          const state = list.reduce(step, model.init());
          for (const question of asked) {
            const p = model.predict(state, question);
            expect(p >= 0 && p <= 1).toBe(true);
          }
          for (const id of about) {
            const { value, sd } = model.estimate(state, id);
            expect(value >= 0 && value <= 1 && sd >= 0 && sd <= 0.5).toBe(true);
          }
        }),
      );
    });

    it('goes on from JSON as it goes on from its state', () => {
      fc.assert(
        fc.property(answers, answers, (first, second) => {
          const state = first.reduce(step, model.init());
          const whole = [...first, ...second].reduce(step, model.init());
          const resumed = second.reduce(step, JSON.parse(JSON.stringify(state)) as unknown);
          expect(JSON.stringify(resumed)).toBe(JSON.stringify(whole));
          expect(JSON.parse(JSON.stringify(whole))).toMatchObject({ version: 1 });
        }),
      );
    });

    it('believes no less of what was asked after a right answer than after a wrong one', () => {
      fc.assert(
        fc.property(answers, fc.nat(1), (list, which) => {
          const state = list.reduce(step, model.init());
          const [right, wrong] = [1, 0].map((score) => model.update(state, score, 1, asked[which]));
          for (const id of model.scope === 'learner' ? asked[which]!.competencyIds! : [undefined]) {
            const [more, less] = [right, wrong].map((after) => model.estimate(after, id).value);
            expect(more! >= less! - 1e-9).toBe(true);
          }
        }),
      );
    });

    it('says truly whether order makes a difference', () => {
      const list = [0, 1, 1, 0, 1, 0.5].map((score, k) => [score, 1, k % 2] as const);
      const value = (some: typeof list) => {
        const state = some.reduce<unknown>(step, model.init());
        return about.map((id) => model.estimate(state, id).value);
      };
      if (model.commutative) close(value(list), value([...list].reverse()));
    });

    it('has options that are plain JSON', () => {
      expect(JSON.stringify(model.options)).toBe(JSON.stringify(JSON.parse(JSON.stringify(model.options))));
    });
  },
);
