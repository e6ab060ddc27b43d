import { type FsrsState, fsrs, type RecallGrade } from 'tutelage/memory';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../deepFreeze.ts';
import vectors from '../../reference/memory/fsrs6_vectors.json' with { type: 'json' };
import { asPrinted, solved, versus } from '../../tolerance.ts';

const { published } = vectors;
const memory = fsrs();
const withStability = (stability: number, difficulty = 5): FsrsState =>
  deepFreeze({ version: 1, model: 'fsrs', stability, difficulty });
const grades = [1, 2, 3, 4] as const;

describe('fsrs against ts-fsrs 5.4.2 and its published tests', () => {
  it('gives the 35 retrievabilities', () => {
    for (const { t, s, r } of vectors.retrievability) solved(memory.retrievability(withStability(s), t), r);
    const day = [0, 1, 2, 3].map((t) => memory.retrievability(withStability(1), t));
    asPrinted(8)(day, published.retrievability_s1_t0123);
  });

  it('agrees with the closed form of the forgetting curve to its 8 decimals', () => {
    const decay = -vectors.default_w[20]!;
    const factor = 0.9 ** (1 / decay) - 1;
    for (const t of [0, 0.25, 1, 10, 365, 10_000]) {
      for (const s of [0.001, 0.5, 3, 100, 36_500]) {
        // The factor is rounded to 8 decimals too, which the ratio t / S carries into R.
        versus('the closed form', 2e-8)(memory.retrievability(withStability(s), t), (1 + (factor * t) / s) ** decay);
      }
    }
  });

  it('follows the 12 chains step by step', () => {
    for (const { enable_short_term, trace } of vectors.chains) {
      const model = fsrs({ shortTerm: enable_short_term });
      let state: FsrsState | null = null;
      for (const { grade, elapsed, rBefore, stability, difficulty } of trace) {
        if (state && rBefore !== null) solved(model.retrievability(state, elapsed), rBefore);
        state = state ? model.update(state, elapsed, grade as RecallGrade) : model.init(grade as RecallGrade);
        solved([state.stability, state.difficulty], [stability, difficulty]);
      }
    }
  });

  it('reaches the published memory states with and without the same-day formula', () => {
    const { grades: given, intervals, stability, difficulty, tol } = published.memory_state_shortTerm;
    const end = (shortTerm: boolean) => {
      const model = fsrs({ shortTerm });
      return given
        .slice(1)
        .reduce(
          (state, grade, k) => model.update(state, intervals[k + 1]!, grade as RecallGrade),
          model.init(given[0] as RecallGrade),
        );
    };
    const short = end(true);
    versus('fsrs-rs', tol)([short.stability, short.difficulty], [stability, difficulty]);
    const long = published.memory_state_longTerm;
    versus('fsrs-rs', long.tol)([end(false).stability, end(false).difficulty], [long.stability, long.difficulty]);
  });

  it('starts and steps as published', () => {
    solved(
      grades.map((grade) => memory.init(grade).stability),
      published.init_stability,
    );
    solved(
      grades.map((grade) => memory.init(grade).difficulty),
      published.init_difficulty,
    );
    solved(
      grades.map((grade) => memory.update(withStability(5), 3, grade).difficulty),
      published.next_difficulty_from5,
    );
    const sameDay = grades.map((grade) => memory.update(withStability(5), 0, grade).stability);
    solved(sameDay, published.recall_S.shortTerm);
  });

  it('plans the published history of intervals', () => {
    const { ratings, scheduled_days } = published.ivl_history;
    let state = memory.init(ratings[0] as RecallGrade);
    for (const [k, rating] of ratings.entries()) {
      if (k > 0) state = memory.update(state, scheduled_days[k - 1]!, rating as RecallGrade);
      // 0 days is a learning step of a few minutes: a matter of the flashcard programme, not of the memory model.
      if (scheduled_days[k] !== 0) expect(memory.intervalDays(state)).toBe(scheduled_days[k]);
    }
  });

  it('plans shorter intervals for higher retention', () => {
    for (const { requestRetention, days_for_s10 } of vectors.interval) {
      expect(memory.intervalDays(withStability(10), requestRetention)).toBe(days_for_s10);
      expect(fsrs({ requestedRetention: requestRetention }).intervalDays(withStability(10))).toBe(days_for_s10);
    }
    const unbounded = fsrs({ maximumDays: 1e9 });
    const tenths = Array.from({ length: 10 }, (_, k) => unbounded.intervalDays(withStability(1), (k + 1) / 10));
    // fsrs-rs works in single precision: 3,116,766 days where double precision gives 3,116,769.
    expect(tenths).toEqual([3_116_769, ...published.interval_s1_retention_0p1_to_1p0_f32.slice(1)]);
  });
});

describe('fsrs', () => {
  it('is pure: frozen states and weights will do, and models do not affect one another', () => {
    const weights = deepFreeze([...vectors.default_w]);
    const other = fsrs({ weights, requestedRetention: 0.8, shortTerm: false });
    const state = deepFreeze(memory.init(3));
    const before = memory.update(state, 5, 2);
    other.update(state, 5, 1);
    other.intervalDays(state, 0.7);
    expect(memory.update(state, 5, 2)).toEqual(before);
    expect(memory.intervalDays(state)).toBe(2);
  });

  it('keeps its own copy of the weights', () => {
    const weights = [...vectors.default_w];
    const model = fsrs({ weights });
    const before = model.init(1);
    weights[0] = 50;
    (model.options.weights as number[])[0] = 50;
    expect(model.init(1)).toEqual(before);
  });

  it('never gives NaN at the ends of the range', () => {
    for (const stability of [0.001, 36_500]) {
      for (const difficulty of [1, 10]) {
        for (const days of [0, 1e-9, 1e6, Number.MAX_VALUE]) {
          const state = withStability(stability, difficulty);
          const r = memory.retrievability(state, days);
          expect(r >= 0 && r <= 1).toBe(true);
          for (const grade of grades) expect(memory.retrievability(memory.update(state, days, grade), 1)).not.toBeNaN();
        }
      }
    }
    expect(memory.intervalDays(withStability(1), 1e-300)).toBe(36_500);
    expect(memory.intervalDays(withStability(0.001), 1)).toBe(1);
  });

  it('refuses grades that are not 1, 2, 3 or 4', () => {
    for (const grade of [0, 5, 2.5, NaN, 'Good', '3', null, undefined]) {
      expect(() => memory.init(grade as RecallGrade)).toThrow(/fsrs: grade must be 1 \(again\)/);
      expect(() => memory.update(memory.init(3), 1, grade as RecallGrade)).toThrow(RangeError);
    }
  });

  it('refuses days before the last recall, and days that are no number', () => {
    for (const days of [-1, NaN, Infinity, '3' as never]) {
      const act = () => memory.retrievability(memory.init(3), days);
      if (typeof days === 'number') expect(act).toThrow(/elapsedDays must be a finite number of at least 0/);
      else expect(act).toThrow(TypeError);
    }
  });

  it('refuses states of other models and states out of range', () => {
    const stray = { version: 1, model: 'halfLife', stability: 1, difficulty: 1 } as unknown as FsrsState;
    expect(() => memory.update(stray, 1, 3)).toThrow(/state must be made by fsrs/);
    expect(() => memory.intervalDays(null as never)).toThrow(TypeError);
    expect(() => memory.retrievability(withStability(NaN), 1)).toThrow(RangeError);
    expect(() => memory.retrievability(withStability(1, 11), 1)).toThrow(/difficulty in \[1, 10\]/);
  });

  it('refuses options that ts-fsrs would silently replace or clip', () => {
    expect(() => fsrs({ weights: [1, 2, 3] })).toThrow(/21 weights, got 3/);
    expect(() => fsrs({ weights: 'default' as never })).toThrow(TypeError);
    expect(() => fsrs({ weights: vectors.default_w.with(20, 0.9) })).toThrow(/weights\[20\] must lie in \[0.1, 0.8\]/);
    expect(() => fsrs({ weights: vectors.default_w.with(3, NaN) })).toThrow(/weights\[3\]/);
    for (const requestedRetention of [0, -0.1, 1.1, NaN]) {
      expect(() => fsrs({ requestedRetention })).toThrow(/requestedRetention must be a number in \(0, 1\]/);
    }
    expect(() => memory.intervalDays(memory.init(3), 90)).toThrow(RangeError);
    for (const maximumDays of [0, 1.5, NaN]) expect(() => fsrs({ maximumDays })).toThrow(/maximumDays/);
  });
});
