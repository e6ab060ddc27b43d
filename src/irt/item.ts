/** A Rasch item: P(right) = logistic(theta - b). */
export interface RaschItem {
  readonly id: string;
  readonly model: 'rasch';
  /** Difficulty in logits: the ability at which a right answer is as likely as a wrong one. */
  readonly b: number;
}

/** A two-parameter logistic item: P(right) = logistic(a (theta - b)). */
export interface TwoPlItem {
  readonly id: string;
  readonly model: '2pl';
  /** Discrimination, above 0: how steeply the probability rises at b. Logistic metric, D = 1. */
  readonly a: number;
  /** Difficulty in logits. */
  readonly b: number;
}

/** A three-parameter logistic item: P(right) = c + (1 - c) logistic(a (theta - b)). */
export interface ThreePlItem extends Omit<TwoPlItem, 'model'> {
  readonly model: '3pl';
  /** Lower asymptote, in [0, 1): P(right) of somebody who knows nothing. */
  readonly c: number;
}

/** A four-parameter logistic item: P(right) = c + (d - c) logistic(a (theta - b)). */
export interface FourPlItem extends Omit<ThreePlItem, 'model'> {
  readonly model: '4pl';
  /** Upper asymptote, above c and at most 1: P(right) of the ablest. It is no slip rate, which would be 1 - d. */
  readonly d: number;
}

/** A graded response item: P(answer >= k) = logistic(a (theta - b[k - 1])), categories 0..b.length. */
export interface GradedItem {
  readonly id: string;
  readonly model: 'graded';
  /** Discrimination, above 0. Logistic metric, D = 1. */
  readonly a: number;
  /** Thresholds in logits, each above the one before: where reaching category k is as likely as not. */
  readonly b: readonly number[];
}

/** A generalized partial credit item: log-odds of category k over k - 1 are a (theta - b[k - 1]), categories 0..b.length. */
export interface GpcmItem extends Omit<GradedItem, 'model'> {
  readonly model: 'gpcm';
  /** Step parameters in logits, in any order: where categories k - 1 and k are equally likely. */
  readonly b: readonly number[];
}

/** A partial credit item: a generalized one with discrimination 1. */
export interface PcmItem extends Omit<GpcmItem, 'model' | 'a'> {
  readonly model: 'pcm';
}

/** A rating scale item: a partial credit item whose steps are b + thresholds[k - 1]. */
export interface RatingItem {
  readonly id: string;
  readonly model: 'rating';
  /** Location of the item in logits. */
  readonly b: number;
  /** Thresholds in logits, the same for all items of a scale; calibration makes them sum to 0. */
  readonly thresholds: readonly number[];
}

/** A nominal response item: P(answer = k) is proportional to exp(a[k] theta + c[k]), categories 0..a.length - 1 in no order. */
export interface NominalItem {
  readonly id: string;
  readonly model: 'nominal';
  /** Slope of each category; only differences matter. */
  readonly a: readonly number[];
  /** Intercept of each category; only differences matter. */
  readonly c: readonly number[];
}

/** A calibrated item: plain JSON with its model as a tag. */
export type Item =
  | RaschItem
  | TwoPlItem
  | ThreePlItem
  | FourPlItem
  | GradedItem
  | PcmItem
  | GpcmItem
  | RatingItem
  | NominalItem;

/** An answer as a category from 0 (wrong) on; null when the item was not administered. */
export type Answer = number | null;
