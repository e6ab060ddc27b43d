import { elapsedDays, fsrs, halfLife, leitner, retentionStatus } from 'tutelage/memory';
import { fitHalfLife, forecastReviews, predictRecalls, type RecallHistory } from 'tutelage/memory/analysis';
import { describe, expect, it } from 'vitest';
import { uniform } from '../../src/random/stream.ts';
import { warmStream } from '../../src/random/warmStream.ts';
import { close, solved, withinSe } from '../tolerance.ts';

describe('elapsedDays', () => {
  it('counts mornings, not hours, also over a clock change', () => {
    const at = (day: number, hour: number) => Date.UTC(2026, 2, day, hour); // Lisbon is on UTC until 29 March 2026
    const options = { timeZone: 'Europe/Lisbon' };
    expect(elapsedDays(at(27, 23), at(28, 3), options)).toBe(0);
    expect(elapsedDays(at(27, 3), at(27, 5), options)).toBe(1);
    expect(elapsedDays(at(28, 12), at(30, 11), options)).toBe(2);
    expect(elapsedDays(at(29, 2), at(29, 4), options)).toBe(1); // 3 and 5 on the wall
    expect(elapsedDays(at(1, 12), at(1, 12))).toBe(0);
  });

  it('refuses time that runs backwards', () => {
    expect(() => elapsedDays(1, 0)).toThrow(/lies before/);
    expect(() => elapsedDays(0, Number.NaN)).toThrow(/to must be epoch ms/);
    expect(() => elapsedDays(0, 1, { dayStartsAt: 24 })).toThrow(/dayStartsAt/);
  });
});

describe('retentionStatus', () => {
  it('steps at its limits', () => {
    expect([1, 0.9, 0.8999, 0.7, 0.6999, 0].map((r) => retentionStatus(r))).toEqual([
      ...['mastered', 'mastered', 'fading', 'fading', 'needsReview', 'needsReview'],
    ]);
    expect(() => retentionStatus(0.5, { fading: 0.5, review: 0.6 })).toThrow(/fading/);
  });
});

describe('fitHalfLife', () => {
  const truth = { bias: -0.5, right: 1.2, wrong: -0.4 };
  const model = halfLife({ ...truth, leastDays: 1e-6, mostDays: 1e6 });
  const from = warmStream(1);
  const histories: RecallHistory[] = Array.from({ length: 3000 }, () => {
    let state = model.init(3);
    const later = Array.from({ length: 5 }, () => {
      const elapsedDays = 0.5 + 4 * uniform(from);
      const grade = uniform(from) < model.retrievability(state, elapsedDays) ? 3 : 1;
      state = model.update(state, elapsedDays, grade);
      return { elapsedDays, grade } as const;
    });
    return [{ elapsedDays: 0, grade: 3 }, ...later];
  });
  const fit = fitHalfLife(histories, { l2: 1e-6 });

  it('finds the weights that recalls were drawn from', () => {
    expect([fit.recalls, fit.converged]).toEqual([15_000, true]);
    for (const [name, value] of Object.entries(truth)) {
      withinSe(5)(fit[name as keyof typeof truth], value, 0.05);
    }
  });

  it('has the likelihood of its predictions, and no small step is better', () => {
    const likelihood = (weights: typeof truth) => {
      const { predictions, outcomes } = predictRecalls(
        halfLife({ ...weights, leastDays: 1e-6, mostDays: 1e6 }),
        histories,
      );
      return predictions.reduce((sum, p, k) => sum + Math.log(outcomes[k] === 1 ? p : 1 - p), 0);
    };
    const { bias, right, wrong } = fit;
    const best = likelihood({ bias, right, wrong });
    solved(fit.logLikelihood, best);
    for (const step of [-0.003, 0.003]) {
      expect(likelihood({ bias: bias + step, right, wrong })).toBeLessThan(best);
      expect(likelihood({ bias, right: right + step, wrong })).toBeLessThan(best);
      expect(likelihood({ bias, right, wrong: wrong + step })).toBeLessThan(best);
    }
  });

  it('has nothing to fit to without a later recall', () => {
    expect(() => fitHalfLife([[{ elapsedDays: 0, grade: 3 }]])).toThrow(/no recall/);
    const failed = fitHalfLife([
      [
        { elapsedDays: 0, grade: 3 },
        { elapsedDays: 1, grade: 1 },
      ],
    ]);
    expect(Number.isFinite(failed.bias)).toBe(true);
  });
});

describe('forecastReviews', () => {
  it('with a memory that never fails every card walks through the boxes', () => {
    const sure = { ...leitner(), retrievability: () => 1 };
    const days = forecastReviews(sure, [], { days: 40, newPerDay: 1 });
    // a card of day d is due after 1, 2, 4, 8, 16 and again 16 days: on days d + 1, 3, 7, 15, 31
    const expected = days.map((_, day) => [1, 3, 7, 15, 31].filter((gap) => gap <= day).length);
    expect(days.map(({ reviews }) => reviews)).toEqual(expected);
    expect(days.every(({ lapses, waiting }) => lapses === 0 && waiting === 0)).toBe(true);
  });

  it('lapses are as frequent as the model says', () => {
    const held = Array.from({ length: 4000 }, () => ({ state: leitner().init(3), elapsedDays: 1 }));
    const [today] = forecastReviews(leitner(), held, { days: 1, seed: 7 });
    expect(today!.reviews).toBe(4000);
    withinSe(4)(today!.lapses, 400, Math.sqrt(4000 * 0.1 * 0.9));
    close(today!.minutes, 4000 / 6);
  });

  it('a limit makes reviews wait and loses none', () => {
    const held = Array.from({ length: 10 }, (_, k) => ({ state: fsrs().init(3), elapsedDays: k }));
    const days = forecastReviews(fsrs(), held, { days: 6, mostPerDay: 2 });
    expect(days[0]).toMatchObject({ reviews: 2, waiting: 6 }); // stability 2.3 days: due from the second day on
    expect(days.every(({ reviews }) => reviews <= 2)).toBe(true);
    expect(forecastReviews(fsrs(), [], { days: 1 })[0]!.retrievability).toBeNull();
  });

  it('more retention costs more reviews', () => {
    const total = (requestedRetention: number) =>
      forecastReviews(fsrs(), [], { days: 120, newPerDay: 5, requestedRetention, seed: 3 }).reduce(
        (sum, { reviews }) => sum + reviews,
        0,
      );
    expect(total(0.95)).toBeGreaterThan(total(0.8));
  });

  it('refuses options that are none', () => {
    expect(() => forecastReviews(fsrs(), [], { days: 0 })).toThrow(/days/);
    expect(() => forecastReviews(fsrs(), [], { days: 1, newPerDay: -1 })).toThrow(/newPerDay/);
    expect(() => forecastReviews(fsrs(), [], { days: 1, seed: -1 })).toThrow(/seed/);
  });
});
