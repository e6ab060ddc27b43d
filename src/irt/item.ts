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

/** A calibrated item: plain JSON with its model as a tag. */
export type Item = RaschItem | TwoPlItem;

/** An answer as a category, 0 (wrong) or 1 (right); null when the item was not administered. */
export type Answer = number | null;
