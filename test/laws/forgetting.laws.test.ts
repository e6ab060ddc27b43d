import fc from 'fast-check';
import { type ForgettingModel, fsrs, halfLife, leitner, type RecallGrade } from 'tutelage/memory';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

// Every forgetting model has to obey these laws. A new model is one more line here.
const models: Record<string, ForgettingModel> = {
  'fsrs()': fsrs(),
  'halfLife()': halfLife({ bias: 0, right: 0.8, wrong: -0.6 }),
  'leitner()': leitner(),
  'leitner({ boxes: [0.5] })': leitner({ boxes: [0.5] }),
  'fsrs({ shortTerm: false })': fsrs({ shortTerm: false, requestedRetention: 0.8 }),
};

const grade = fc.constantFrom<RecallGrade>(1, 2, 3, 4);
const days = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 400, noNaN: true }));
const history = fc.array(fc.tuple(days, grade), { maxLength: 12 });

describe.each(Object.entries(models))('%s', (_, model) => {
  const replay = (first: RecallGrade, reviews: readonly (readonly [number, RecallGrade])[]) =>
    reviews.reduce((state, [elapsed, next]) => deepFreeze(model.update(state, elapsed, next)), model.init(first));

  it('is certain right after a recall and falls with time, within [0, 1]', () => {
    fc.assert(
      fc.property(grade, history, days, days, (first, reviews, a, b) => {
        const state = replay(first, reviews);
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((t) => model.retrievability(state, t));
        expect(model.retrievability(state, 0)).toBe(1);
        expect(sooner!).toBeLessThanOrEqual(1);
        expect(later!).toBeLessThanOrEqual(sooner!);
        expect(later!).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has really fallen after a long time', () => {
    fc.assert(
      fc.property(grade, history, (first, reviews) => {
        const state = replay(first, reviews);
        const interval = model.intervalDays(state);
        expect(model.retrievability(state, 2 * interval)).toBeLessThan(model.retrievability(state, interval));
      }),
    );
  });

  it('gives the same from a stored state as from the whole history', () => {
    fc.assert(
      fc.property(grade, history, fc.nat(12), (first, reviews, cut) => {
        const stored = JSON.parse(JSON.stringify(replay(first, reviews.slice(0, cut))));
        const resumed = reviews
          .slice(cut)
          .reduce((state, [elapsed, next]) => model.update(state, elapsed, next), stored);
        expect(resumed).toEqual(replay(first, reviews));
      }),
    );
  });

  it('has states that survive JSON, tagged with version and model', () => {
    fc.assert(
      fc.property(grade, history, (first, reviews) => {
        const state = replay(first, reviews);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
        expect(state).toMatchObject({ version: 1, model: model.name });
      }),
    );
  });

  it('plans no longer an interval for more retention', () => {
    fc.assert(
      fc.property(
        grade,
        history,
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (first, reviews, p, q) => {
          const state = replay(first, reviews);
          expect(model.intervalDays(state, Math.max(p, q))).toBeLessThanOrEqual(
            model.intervalDays(state, Math.min(p, q)),
          );
        },
      ),
    );
  });
});

describe('fsrs', () => {
  it('has a retrievability of 0.9 after its stability', () => {
    fc.assert(
      fc.property(grade, history, (first, reviews) => {
        const model = fsrs();
        const state = reviews.reduce((s, [elapsed, next]) => model.update(s, elapsed, next), model.init(first));
        expect(model.retrievability(state, state.stability)).toBe(0.9);
      }),
    );
  });
});
