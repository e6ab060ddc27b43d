import { DAY } from '../math/zonedTime.ts';
import type { ForgettingModel, MemoryState } from '../memory/forgettingModel.ts';
import { checkSpan } from './checkSpan.ts';
import type { Review } from './schedule.ts';

/** Something learnt, its memory state, and when it was last recalled. */
export interface ReviewCard<State extends MemoryState = MemoryState> {
  readonly id: string;
  readonly state: State;
  /** Epoch ms. */
  readonly lastReviewAt: number;
  /** What a review of it takes. */
  readonly minutes: number;
}

/** What {@link planReviews} asks for. */
export interface ReviewRequest<State extends MemoryState = MemoryState> {
  readonly cards: readonly ReviewCard<State>[];
  readonly model: ForgettingModel<State>;
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Retention that intervals aim at, in (0, 1]; the model's own when absent. */
  readonly requestedRetention?: number;
}

/**
 * The reviews that fall due before `until`, by a model of forgetting.
 *
 * dueAt = lastReviewAt + interval, where the interval is the model's for the requested retention.
 *
 * @param request cards, model and span
 * @returns reviews by due date, those overdue at `from` included, with the probability of recall at `from`; cards due at
 * `until` or later are not among them
 * @throws RangeError for a card last reviewed after `from` or a span that ends before it starts; what the model throws
 * @remarks A day is 24 hours here, so that reviews keep their time of day in UTC, not on the wall.
 * @example
 * import { fsrs } from 'tutelage/memory';
 * import { planReviews } from 'tutelage/schedule';
 *
 * const model = fsrs();
 * const day = 86400000;
 * const cards = [{ id: 'halves', state: model.init(3), lastReviewAt: 100 * day, minutes: 5 }];
 * const [review] = planReviews({ cards, model, from: 101 * day, until: 115 * day });
 * review?.dueAt; // => 8812800000
 * review?.retrievability; // => 0.9468
 */
export function planReviews<State extends MemoryState>(request: ReviewRequest<State>): Review[] {
  const { cards, model, from, until, requestedRetention } = request;
  checkSpan('planReviews', from, until);
  const reviews = cards.map(({ id, state, lastReviewAt, minutes }): Review => {
    if (!(lastReviewAt <= from && Number.isFinite(lastReviewAt))) {
      throw new RangeError(
        `planReviews: lastReviewAt of "${id}" must be epoch ms and not lie after from (${from}), got ${lastReviewAt}`,
      );
    }
    return {
      id,
      dueAt: lastReviewAt + model.intervalDays(state, requestedRetention) * DAY,
      minutes,
      retrievability: model.retrievability(state, (from - lastReviewAt) / DAY),
    };
  });
  return reviews.filter(({ dueAt }) => dueAt < until).sort((left, right) => left.dueAt - right.dueAt);
}
