import { fsrs } from 'tutelage/memory';
import { buildSchedule, planReviews } from 'tutelage/schedule';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

const day = 86_400_000;
const from = Date.UTC(2025, 2, 3);
const model = fsrs();
const strong = deepFreeze(model.update(model.update(model.init(3), 2, 3), 11, 4));
const card = (id: string, lastReviewAt: number, state = model.init(3)) => ({ id, state, lastReviewAt, minutes: 5 });

describe('planReviews', () => {
  it('has no reviews without cards', () => {
    expect(planReviews({ cards: [], model, from, until: from + day })).toEqual([]);
  });

  it('finds what falls due before the end, the longest due first', () => {
    const cards = deepFreeze([
      card('fresh', from - day), // interval of 2 days: due a day after the start
      card('old', from - 30 * day),
      card('strong', from - day, strong),
      card('at the end', from + 0 * day - day, model.init(4)),
    ]);
    const reviews = planReviews({ cards, model, from, until: from - day + model.intervalDays(model.init(4)) * day });
    expect(reviews.map(({ id }) => id)).toEqual(['old', 'fresh']);
    expect(reviews[1]?.dueAt).toBe(from + day);
    close(reviews[0]!.retrievability!, model.retrievability(model.init(3), 30));
  });

  it('plans earlier for more retention', () => {
    const due = (requestedRetention: number) =>
      planReviews({ cards: [card('c', from, strong)], model, from, until: from + 3000 * day, requestedRetention })[0]!
        .dueAt;
    expect(due(0.95)).toBeLessThan(due(0.9));
    expect(due(0.9)).toBeLessThan(due(0.8));
  });

  it('feeds buildSchedule', () => {
    const reviews = planReviews({ cards: [card('halves', from - 3 * day)], model, from, until: from + 14 * day });
    const availability = { timeZone: 'UTC', windows: [{ day: 'mon', start: '16:00', end: '17:00' }] } as const;
    const [session] = buildSchedule({ path: { steps: [] }, reviews, availability, from }).sessions;
    expect(session?.blocks[0]?.text).toBe(
      'Review, due for 1 day; chance of recall at the start of this schedule 88 %.',
    );
  });

  it('refuses a card reviewed after the start, and empty spans', () => {
    const plan = (lastReviewAt: number) =>
      planReviews({ cards: [card('c', lastReviewAt)], model, from, until: from + day });
    for (const bad of [from + 1, Number.NaN, Number.NEGATIVE_INFINITY]) {
      expect(() => plan(bad)).toThrow(/planReviews: lastReviewAt of "c" must be epoch ms/);
    }
    expect(() => planReviews({ cards: [], model, from, until: from })).toThrow(
      /planReviews: until must come after from/,
    );
  });
});
