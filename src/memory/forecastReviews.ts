import { check, checkList, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { uniform } from '../random/stream.ts';
import { warmStream } from '../random/warmStream.ts';
import type { ForgettingModel, MemoryState } from './forgettingModel.ts';

/** A memory and how many days ago it was last recalled. */
export interface HeldMemory<State extends MemoryState = MemoryState> {
  readonly state: State;
  /** Days since the last recall, 0 or more. */
  readonly elapsedDays: number;
}

/** Options of {@link forecastReviews}. */
export interface ForecastOptions {
  /** Days to look ahead, 1 to 3,650. */
  readonly days: number;
  /** New memories begun each day, 0 or more; 0 when absent. */
  readonly newPerDay?: number;
  /** Retention at which a memory is due, in (0, 1]; the model's own when absent. */
  readonly requestedRetention?: number;
  /** Most reviews a day; what is left waits for the next day, longest overdue first; no limit when absent. */
  readonly mostPerDay?: number;
  /** Seconds one review takes, for minutes; 10 when absent (our choice). */
  readonly secondsPerReview?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** One day of a forecast; the first is today. */
export interface ForecastDay {
  readonly day: number;
  readonly reviews: number;
  /** Reviews that failed, and have to be learnt again. */
  readonly lapses: number;
  readonly begun: number;
  /** Due but left for later. */
  readonly waiting: number;
  readonly minutes: number;
  /** Mean retrievability over all memories at the end of the day; null when there is none. */
  readonly retrievability: number | null;
}

/**
 * What spaced review will cost: simulates days of reviews of the memories held and of new ones.
 *
 * Each day every memory whose retrievability has fallen to the requested retention is reviewed; it succeeds (grade 3) with the probability the model
 * says, and fails (grade 1) otherwise. New memories begin with grade 3.
 *
 * @param model a forgetting model
 * @param memories what is held today
 * @param options days, new memories, retention, limit
 * @returns one entry per day
 * @throws RangeError for options out of range, or as the model's functions
 * @remarks One random run, reproducible from the seed: run several seeds to see the spread. It takes the model at its word; how long a review takes, you know best.
 * O(days x memories).
 * @example
 * import { leitner } from 'tutelage/memory';
 * import { forecastReviews } from 'tutelage/memory/analysis';
 *
 * const [today, , third] = forecastReviews(leitner(), [], { days: 3, newPerDay: 2 });
 * [today!.reviews, today!.begun, third!.reviews]; // => [0, 2, 2]
 */
export function forecastReviews<State extends MemoryState>(
  model: ForgettingModel<State>,
  memories: readonly HeldMemory<State>[],
  options: ForecastOptions,
): ForecastDay[] {
  const where = 'forecastReviews';
  const { days, newPerDay = 0, requestedRetention, mostPerDay = Infinity, secondsPerReview = 10, seed = 0 } = options;
  checkList(where, 'memories', memories);
  checkWhole(where, 'days', days, 1, 3650);
  checkWhole(where, 'newPerDay', newPerDay, 0);
  check(mostPerDay >= 0, where, 'mostPerDay', mostPerDay, 'a number of at least 0');
  check(
    secondsPerReview >= 0 && secondsPerReview < Infinity,
    where,
    'secondsPerReview',
    secondsPerReview,
    'a finite number of at least 0',
  );
  checkSeed(where, seed);
  const from = warmStream(seed);
  const intervalOf = (state: State) => Math.max(1, Math.ceil(model.intervalDays(state, requestedRetention) - 1e-9));
  const held = memories.map(({ state, elapsedDays }) => ({
    state,
    last: -elapsedDays,
    due: intervalOf(state) - elapsedDays,
  }));
  return Array.from({ length: days }, (_, day): ForecastDay => {
    const due = held.filter((memory) => memory.due <= day).sort((one, other) => one.due - other.due);
    const now = due.slice(0, mostPerDay);
    let lapses = 0;
    for (const memory of now) {
      const elapsed = day - memory.last;
      const recalled = uniform(from) < model.retrievability(memory.state, elapsed);
      if (!recalled) lapses++;
      memory.state = model.update(memory.state, elapsed, recalled ? 3 : 1);
      memory.last = day;
      memory.due = day + intervalOf(memory.state);
    }
    for (let k = 0; k < newPerDay; k++) {
      const state = model.init(3);
      held.push({ state, last: day, due: day + intervalOf(state) });
    }
    const sum = held.reduce((all, { state, last }) => all + model.retrievability(state, day - last), 0);
    return {
      day,
      reviews: now.length,
      lapses,
      begun: newPerDay,
      waiting: due.length - now.length,
      minutes: ((now.length + newPerDay) * secondsPerReview) / 60,
      retrievability: held.length === 0 ? null : sum / held.length,
    };
  });
}
