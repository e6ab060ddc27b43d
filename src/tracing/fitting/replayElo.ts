import { check, checkList } from '../../math/check.ts';
import { logistic } from '../../math/logistic.ts';
import { checkEloSteps, type EloSteps } from '../models/elo.ts';

/** One answer in a log of many learners. Ids are opaque. */
export interface ReplayedAnswer {
  readonly learnerId: string;
  readonly itemId?: string;
  readonly competencyIds?: readonly string[];
  /** 1 right, 0 wrong, in between partly right; null is missing and passed over. */
  readonly score: number | null;
}

/** Options of {@link replayElo}. */
export interface ReplayEloOptions extends EloSteps {
  /** Difficulties that stay as they are, by item id. */
  readonly frozen?: Readonly<Record<string, number>>;
}

/** What {@link replayElo} finds. */
export interface EloReplay {
  /** Difficulty of each item, in logits, in the order of first answers. */
  readonly difficulties: Readonly<Record<string, number>>;
  /** The same as Rasch items, moved so that the mean rating of the learners is 0. */
  readonly items: readonly { readonly id: string; readonly model: 'rasch'; readonly b: number }[];
  /** Answers to each item. */
  readonly counts: Readonly<Record<string, number>>;
  /** Overall rating of each learner. */
  readonly thetas: Readonly<Record<string, number>>;
  /** What was predicted of each answer before it came; NaN where it is missing. */
  readonly predictions: Float64Array;
}

/**
 * Plays the answers of many learners, in time order, against one another: ratings of learners, of learners in each competency, and of items.
 *
 * As {@link elo}, and d += K(n) (P - score) with the same P and the answers to the item so far (Pelanek 2016, Computers & Education 98, 169-179).
 *
 * @param answers of any number of learners, in time order
 * @param options steps, guessing, and difficulties that stay
 * @returns difficulties for `elo`, or as Rasch items for `tutelage/irt`, and every prediction
 * @throws TypeError or RangeError for scores outside [0, 1], or options out of range
 * @remarks O(answers), one pass. Where an adaptive system chose the items, difficulties drift with whom they were given to: freeze them once they are
 * well known (`counts`). Ratings depend on the order of answers a little; a replay in another order gives other last digits.
 * @example
 * import { replayElo } from 'tutelage/tracing/analysis';
 *
 * const answers = [
 *   { learnerId: 'ana', itemId: 'q1', score: 1 },
 *   { learnerId: 'ben', itemId: 'q1', score: 0 },
 * ];
 * const { difficulties, predictions } = replayElo(answers);
 * [...predictions]; // => [0.5, 0.6225]
 * difficulties; // => { q1: 0.0928 }
 */
export function replayElo(answers: readonly ReplayedAnswer[], options: ReplayEloOptions = {}): EloReplay {
  const { a = 1, b = 0.05, guess = 0, frozen = {} } = options;
  checkList('replayElo', 'answers', answers);
  checkEloSteps('replayElo', { a, b, guess });
  const learners = new Map<string, Rating>();
  const parts = new Map<string, Map<string, Rating>>();
  const items = new Map<string, Rating>();
  const fixed = new Map(Object.entries(frozen));
  const predictions = new Float64Array(answers.length);
  for (const [k, { learnerId, itemId, competencyIds = [], score }] of answers.entries()) {
    if (score === null) {
      predictions[k] = Number.NaN;
      continue;
    }
    check(score >= 0 && score <= 1, 'replayElo', `answers[${k}].score`, score, 'a number in [0, 1] or null');
    const learner = ratingIn(learners, learnerId);
    const item = itemId === undefined ? null : ratingIn(items, itemId, fixed.get(itemId));
    const own = competencyIds.map((id) => ratingIn(within(parts, learnerId), id));
    let theta = learner.value;
    for (const part of own) theta += part.value / own.length;
    const p = guess + (1 - guess) * logistic(theta - (item?.value ?? 0));
    predictions[k] = p;
    for (const rating of [learner, ...own]) rating.value += (a / (1 + b * rating.n++)) * (score - p);
    if (item) {
      const step = (a / (1 + b * item.n++)) * (p - score);
      if (!fixed.has(itemId!)) item.value += step;
    }
  }
  const values = (ratings: Map<string, Rating>) =>
    Object.fromEntries([...ratings].map(([id, { value }]) => [id, value]));
  let mean = 0;
  for (const { value } of learners.values()) mean += value / learners.size;
  return {
    difficulties: values(items),
    items: [...items].map(([id, { value }]) => ({ id, model: 'rasch', b: value - mean })),
    counts: Object.fromEntries([...items].map(([id, { n }]) => [id, n])),
    thetas: values(learners),
    predictions,
  };
}

interface Rating {
  value: number;
  n: number;
}

function ratingIn(ratings: Map<string, Rating>, id: string, start = 0): Rating {
  let rating = ratings.get(id);
  if (!rating) {
    rating = { value: start, n: 0 };
    ratings.set(id, rating);
  }
  return rating;
}

function within<T>(maps: Map<string, Map<string, T>>, id: string): Map<string, T> {
  let map = maps.get(id);
  if (!map) {
    map = new Map();
    maps.set(id, map);
  }
  return map;
}
