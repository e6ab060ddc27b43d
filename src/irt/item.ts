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

/** A calibrated item: plain JSON with its model as a tag. */
export type Item = RaschItem | TwoPlItem | ThreePlItem | FourPlItem;

/** An answer as a category, 0 (wrong) or 1 (right); null when the item was not administered. */
export type Answer = number | null;
